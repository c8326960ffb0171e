package org.stadtstand.demo;

import org.jspecify.annotations.Nullable;

/**
 * The lives of a city's projects. Each follows from the seed and its number alone, so a very large
 * city is lived anew for each release instead of being held in memory.
 */
final class ProjectLives {

  private static final int KEPT = 5_000;

  private final City city;
  private final Topics topics;
  private final @Nullable ProjectLife[] kept;

  ProjectLives(City city) {
    this.city = city;
    this.topics = new Topics(city);
    this.kept = new ProjectLife[Math.min(KEPT, size())];
  }

  /** Every project there ever was; those that go are not part of the number asked for. */
  int size() {
    return city.projects() + Role.GONE;
  }

  Topic topic(int index) {
    return topics.get(index);
  }

  ProjectLife get(int index) {
    if (index >= kept.length) {
      return new ProjectWalk(city, index, topic(index)).walk();
    }
    ProjectLife life = kept[index];
    if (life == null) {
      life = new ProjectWalk(city, index, topic(index)).walk();
      kept[index] = life;
    }
    return life;
  }
}
