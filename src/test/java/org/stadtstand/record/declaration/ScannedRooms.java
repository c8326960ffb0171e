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
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
    // Rooms that other tests make up are no components.
    TypeFilter room = new AssignableTypeFilter(Room.class);
    TypeFilter component = new AnnotationTypeFilter(Component.class);
    scanner.addIncludeFilter(
        (type, types) -> room.match(type, types) && component.match(type, types));
    scanner.scan("org.stadtstand");
    return List.copyOf(beans.getBeansOfType(Room.class).values());
  }
}
