package org.stadtstand.record.declaration;

import java.util.List;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;

/** The rooms as the server finds them, without the rest of the server. */
public final class ScannedRooms {

  private ScannedRooms() {}

  public static List<Room> all() {
    return all(Room.class);
  }

  /** The components of a kind that have no dependencies. */
  public static <T> List<T> all(Class<T> kind) {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
    // Rooms made up by other tests are not components.
    TypeFilter room = new AssignableTypeFilter(kind);
    TypeFilter component = new AnnotationTypeFilter(Component.class);
    scanner.addIncludeFilter(
        (type, types) -> room.match(type, types) && component.match(type, types));
    scanner.scan("org.stadtstand.city");
    return List.copyOf(beans.getBeansOfType(kind).values());
  }
}
