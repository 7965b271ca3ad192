package org.beistand.helpdesk.testkit;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the application's real beans together without a container: fills {@code @PersistenceContext}, {@code @Inject} of
 * our own classes, {@code Clock}, {@code SecureRandom}, and {@code Event} (which only remembers what was fired).
 * Knows no interceptors: transactions are the test's.
 */
public final class Wiring {

    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final List<Object> fired = new ArrayList<>();

    private Wiring() {}

    public static Wiring with(EntityManager entities, Clock clock) {
        var wiring = new Wiring();
        wiring.beans.put(EntityManager.class, entities);
        wiring.beans.put(Clock.class, clock);
        wiring.beans.put(SecureRandom.class, new SecureRandom());
        return wiring;
    }

    /** Uses {@code bean} wherever {@code type} is injected. */
    public <T> Wiring and(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    /** The bean of that class; the same one each time. */
    public <T> T get(Class<T> type) {
        Object known = beans.get(type);
        return type.cast(known == null ? create(type) : known);
    }

    /** All events fired so far, in order. */
    public List<Object> fired() {
        return List.copyOf(fired);
    }

    private Object create(Class<?> type) {
        if (type == Event.class) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> remember(method.getName(), proxy, arguments));
        }
        if (!type.getName().startsWith("org.beistand.") || type.isInterface()) {
            throw new IllegalArgumentException("Say what to use for " + type + " with and(...)");
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object bean = constructor.newInstance();
            beans.put(type, bean);
            for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
                fill(bean, level);
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(Object bean, Class<?> level) throws IllegalAccessException {
        for (Field field : level.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(PersistenceContext.class)) {
                field.setAccessible(true);
                field.set(bean, get(field.getType()));
            }
        }
    }

    private Object remember(String method, Object proxy, Object @Nullable [] arguments) {
        if (method.equals("fire") && arguments != null) {
            fired.add(arguments[0]);
            return Boolean.TRUE;
        }
        return method.equals("select") ? proxy : method;
    }
}
