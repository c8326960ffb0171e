package org.stadtstand;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Java files as the compiler reads them: types, methods, lines, comments. */
final class ParsedSource {

  private final List<Unit> units = new ArrayList<>();
  private final DocTrees trees;

  private ParsedSource(JavacTask task) throws IOException {
    this.trees = DocTrees.instance(task);
    for (CompilationUnitTree unit : task.parse()) {
      units.add(unit(unit));
    }
  }

  static List<Unit> of(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      List<String> options = List.of("-proc:none");
      return new ParsedSource(
              (JavacTask) compiler.getTask(null, manager, null, options, null, sources))
          .units;
    }
  }

  private Unit unit(CompilationUnitTree unit) {
    List<Type> types = new ArrayList<>();
    List<Method> methods = new ArrayList<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        if (getCurrentPath().getParentPath().getLeaf() == unit) {
          types.add(type(tree, getCurrentPath()));
        }
        return super.visitClass(tree, nothing);
      }

      @Override
      public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        Tree owner = getCurrentPath().getParentPath().getLeaf();
        methods.add(method(unit, tree, owner.getKind() == Tree.Kind.RECORD));
        return super.visitMethod(tree, nothing);
      }
    }.scan(unit, null);
    int lines = lines(unit, 0, trees.getSourcePositions().getEndPosition(unit, unit));
    String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
    return new Unit(file, lines, unit.getImports().size(), types, methods);
  }

  private Type type(ClassTree tree, TreePath path) {
    boolean isPublic =
        tree.getModifiers().getFlags().stream().anyMatch(flag -> flag.toString().equals("public"));
    DocCommentTree comment = trees.getDocCommentTree(path);
    return new Type(tree.getSimpleName().toString(), isPublic, comment != null);
  }

  private Method method(CompilationUnitTree unit, MethodTree tree, boolean inRecord) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    long end = trees.getSourcePositions().getEndPosition(unit, tree);
    boolean constructor = tree.getReturnType() == null;
    boolean factory =
        tree.getModifiers().getAnnotations().stream()
            .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Bean"));
    return new Method(
        tree.getName().toString(),
        lines(unit, start, end),
        tree.getParameters().size(),
        (constructor && inRecord) || factory);
  }

  /** A record's implicit constructor has no end position, because the compiler generates it. */
  private static int lines(CompilationUnitTree unit, long start, long end) {
    return end < 0
        ? 0
        : (int) (unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start)) + 1;
  }

  record Unit(String file, int lines, int imports, List<Type> types, List<Method> methods) {}

  record Type(String name, boolean isPublic, boolean documented) {}

  record Method(String name, int lines, int parameters, boolean mayHaveManyParameters) {}
}
