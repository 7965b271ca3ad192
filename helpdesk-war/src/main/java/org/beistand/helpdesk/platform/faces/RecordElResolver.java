package org.beistand.helpdesk.platform.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets pages write {@code #{row.subject}} for a record; the expression language of this server does not know records. */
public final class RecordElResolver extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        Optional<RecordComponent> component = component(base, property);
        if (component.isEmpty()) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            var accessor = component.get().getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(base);
        } catch (ReflectiveOperationException e) {
            throw new ELException(e);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        Optional<RecordComponent> component = component(base, property);
        component.ifPresent(found -> context.setPropertyResolved(base, property));
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (component(base, property).isPresent()) {
            throw new PropertyNotWritableException("Records do not change: " + property);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        Optional<RecordComponent> component = component(base, property);
        component.ifPresent(found -> context.setPropertyResolved(base, property));
        return component.isPresent();
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base instanceof Record ? String.class : null;
    }

    private static Optional<RecordComponent> component(@Nullable Object base, @Nullable Object property) {
        if (!(base instanceof Record)) {
            return Optional.empty();
        }
        return Arrays.stream(base.getClass().getRecordComponents())
                .filter(candidate -> candidate.getName().equals(property))
                .findFirst();
    }
}
