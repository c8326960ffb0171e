package org.stadtstand.serve.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;

/**
 * The questions of newsrooms, portals and apps, each one document and one file with the right
 * figures. These were worked out from the deliveries alone.
 */
@ServerTest
class AnalysisDocumentsIT {

  private static final Path DOCUMENTS = Path.of("src/test/resources/analysis");

  @Autowired private Questions questions;
  @Autowired private Files files;

  @Test
  void eachIsAnswered() throws IOException {
    try (Stream<Path> documents = java.nio.file.Files.list(DOCUMENTS)) {
      List<Path> all = documents.sorted().toList();
      assertThat(all)
          .hasSize(34)
          .allSatisfy(each -> assertThat(questions.data(text(each))).isNotEmpty());
    }
  }

  /** A line of numbers stands for the line of the file that has them at its end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          01 | 7 | leadUnitLabel,leadUnitAbsent,count,overdue,overduePercent | außerhalb,OUTSIDE_LEVEL,23,3,13.04
          01 | 7 | leadUnitLabel,leadUnitAbsent,count,overdue,overduePercent | 195,22,11.28
          02 | 47 | leadUnitLabel,statusLabel,count,rowPercent,projects.groups.rowCount | Abgeschlossen,109,55.9,380
          03 | 4 | focusAreaLabel,count,moved,slippageDays.known,slippageDays.missing,slippageDays.median,slippageDays.avg | Netze und Grundlagen,91,31,91,0,0,242.2
          04 | 39 | lifeSituation,count,endToEnd,neverAssessed,percentOfAssessed | Führerschein,8,2,1,28.57
          05 | 4 | coverage.totalCount,coverage.costOverrun.known,coverage.costOverrun.missing,key,title,approvedCost.amount,approvedCost.currency,spentCost.amount,costOverrun.amount,costOverrunPercent | 200000,EUR,1120000,920000,460
          06 | 17 | serviceSelection.name,on,listed,online,endToEnd,neverAssessed | 2022-12-31,75,22,11,5
          07 | 7 | release.number,release.standsFor,kindLabel,key,explainedLabel,reason | wieder aufgenommen,demo-p-0006,braucht keine Erläuterung,
          08 | 200 | release.standsFor,typeLabel,sentence,explainedLabel | braucht keine Erläuterung,changes
          09 | 5 | search.totalCount,typeLabel,title,fieldLabel,excerpt,record.key,record.citation,record.sourceUrl | Projekt,Digitale Geburtsanzeige,Titel,Digitale Geburtsanzeige,digitale-geburtsanzeige
          10 | 27 | effectiveOn.value,reasonCodeLabel,count,project.distinctCount,movedDays.median | 2024,Kein Grund genannt,14,12
          11 | 4 | completedOn.value,count | 2024,65
          12 | 9 | on,release.number,release.revokedBy.number,listed,moved,overdue,slippageDays.sum,slippageDays.median | 2023-06-30,4,5,266,53
          13 | 10 | projects.totalCount,key,title,statusLabel,statusSince,statusSinceLabel,priorityLabel | Eingestellt,2023-04-05,5. April 2023,Hoch
          14 | 5 | decidedOn,decidedOnLabel,title,resultLabel,body.name | Leitplanken für künstliche Intelligenz,Beschlossen,Rat der Stadt
          15 | 132 | services.totalCount,services.onlineShare.known,key,name,usageTotal,usageOnline,onlineShare | 132,75,demo-sperrmuell-abholen,Sperrmüll abholen,1439,777,54
          16 | 5 | onlineApplication,onlineApplicationLabel,onlineApplicationAbsent,count,percent,percentOfAssessed | NO_EVENT,43,91.49,
          16 | 5 | onlineApplication,onlineApplicationLabel,onlineApplicationAbsent,count,percent,percentOfAssessed | YES,Ja,,4,8.51,100
          17 | 8 | kindLabel,count,withoutAddress | Partei oder Fraktion,7,2
          18 | 1 | projects.totalCount,projects.daysToComplete.known,projects.daysToComplete.missing,projects.daysToComplete.median,projects.daysToComplete.p90 | 199,151,48,913,1523
          20 | 1 | municipality.ags,municipality.name,outcome,outcomeLabel,count,percent | NOT_DUE,Noch nicht fällig,1,100
          22 | 5 | target.wording,target.baselineValue,target.targetValue,target.dueOn | 50,2025-12-31
          23 | 16 | previousStatus,previousStatusAbsent,status,count | IN_PROGRESS,,PILOT,42
          24 | 6 | slippageDays.from,slippageDays.below,slippageDaysLabel,count,share | 91 bis unter 366,29,7.63
          25 | 67 | effectiveOn.value,effectiveOn.coarser,eventKindLabel,count,subject.distinctCount | 2025-01,false,Statuswechsel,18,17
          26 | 35 | key,name,projects.totalCount,projects.groups.statusLabel,projects.groups.count,projects.groups.share | Netze und Grundlagen,91,Abgeschlossen,44,48.35
          28 | 23 | projects.groups.rowCount,projects.groups.overlap,targets.key,targets.wording,targetsAbsent,count | NO_VALUE,242
          31 | 11 | phaseLabel,year.value,count,amount.currency,amount.sum,amount.median,amount.inexact,project.distinctCount | Geplant,2021,59,EUR,46555000,740000,30,59
          32 | 160 | on,listed,begun,groups.status,groups.statusLabel,groups.count | 2022-03-31,380,235,IDEA,Idee,23
          33 | 1 | leadUnitLabel,count,statusSince.max,statusSince.maxLabel,statusSince.maxPrecision | Jugendamt,1,2024-12-01,1. Dezember 2024,DAY
          34 | 9 | label,count | Abgeschlossen,199
          """)
  void isOneFileWithTheRightFigures(String number, int rows, String heading, String line) {
    List<List<String>> cells = new ArrayList<>(files.cells(text(named(number))));
    String first = String.join(",", cells.removeFirst());
    assertThat(first).startsWith(heading);
    assertThat(cells).hasSize(rows);
    assertThat(cells)
        .extracting(row -> "," + String.join(",", row) + ",")
        .anySatisfy(row -> assertThat(row).contains("," + line + ","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          19 | projects | 20 | projects.totalCount,key,title,statusLabel | 380
          19 | projects.facets | 43 | projects.totalCount,field,label,overlap,rest.groups,rest.count,values.value,values.label,values.absent,values.count,values.chosen | 380,STATUS,Status,0,0,0,COMPLETED,Abgeschlossen,,199,false
          21 | project.versions | 2 | project.versions.totalCount,from.number,from.standsFor,until.number,kindLabel,ended.reason,id,title,plannedEnd | 2,8,2025-06-30,,wieder aufgenommen
          29 | projects | 49 | projects.totalCount,title,statusLabel,focusArea.name | 49,Digital administration courses for older people,completed,Administration from within
          29 | projects.groups | 6 | projects.totalCount,label,count | 49,prioritised,9
          30 | search | 2 | search.totalCount,search.totalIsLess,search.corrected,cursor,score,typeLabel,title,record.id | 88,Aussage
          30 | search.counts | 2 | search.totalCount,search.totalIsLess,search.corrected,typeLabel,count | 2,false,,Aussage,1
          """)
  void isOneSheetOfSeveral(String number, String sheet, int rows, String heading, String line) {
    List<List<String>> cells = new ArrayList<>(files.cells(text(named(number)), "sheet", sheet));
    assertThat(String.join(",", cells.removeFirst())).startsWith(heading);
    assertThat(cells).hasSize(rows);
    assertThat(cells)
        .extracting(row -> "," + String.join(",", row) + ",")
        .anySatisfy(row -> assertThat(row).contains("," + line + ","));
  }

  /** The three most delayed projects of each office, one to a line. */
  @Test
  void rowsOfGroupsAreRowsOfAFile() {
    List<List<String>> cells = new ArrayList<>(files.cells(text(named("27")), "explode", "rows"));
    assertThat(String.join(",", cells.removeFirst()))
        .startsWith(
            "leadUnit.key,leadUnit.name,count,slippageDays.p90,slippageDays.median,rows.key,"
                + "rows.title,rows.slippageDays,rows.citation,projects.groups.excluded.groups,");
    assertThat(cells).hasSizeGreaterThan(2);
    assertThat(cells.size() % 3).isZero();
    for (int i = 0; i < cells.size(); i += 3) {
      List<List<String>> office = cells.subList(i, i + 3);
      assertThat(office).extracting(List::getFirst).containsOnly(office.getFirst().getFirst());
      assertThat(office)
          .extracting(cell -> -Integer.parseInt(cell.get(7)))
          .isSorted()
          .first()
          .asInstanceOf(InstanceOfAssertFactories.INTEGER)
          .isNegative();
    }
  }

  private static Path named(String number) {
    try (Stream<Path> documents = java.nio.file.Files.list(DOCUMENTS)) {
      return documents
          .filter(each -> each.getFileName().toString().startsWith(number))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path document) {
    try {
      return java.nio.file.Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
