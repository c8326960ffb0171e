package org.stadtstand.demo;

import org.jspecify.annotations.Nullable;

/**
 * The lives of a city's projects. Each depends on the seed and its number alone, so a very large
 * city is recomputed for each release instead of being held in memory.
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

  /** The number of projects that ever exist; those that go come on top of the number asked for. */
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
