package org.beistand.engine.protocol.vectors;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A protobuf message as plain values, every field named as in JavaScript, bytes as hex: what a vector file says it means. */
final class Described {

    private Described() {}

    static Map<String, Object> describe(Message message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            fields.put(field.getJsonName(), value(message, field));
        }
        return fields;
    }

    private static @Nullable Object value(Message message, FieldDescriptor field) {
        if (field.isRepeated()) {
            return ((List<?>) message.getField(field))
                    .stream().map(element -> plain(field, element)).toList();
        }
        boolean absent = field.getType() == FieldDescriptor.Type.MESSAGE && !message.hasField(field);
        return absent ? null : plain(field, message.getField(field));
    }

    private static Object plain(FieldDescriptor field, Object value) {
        return switch (field.getType()) {
            case MESSAGE -> describe((Message) value);
            case ENUM -> (long) ((com.google.protobuf.Descriptors.EnumValueDescriptor) value).getNumber();
            case UINT32 -> Integer.toUnsignedLong((Integer) value);
            case INT32, SINT32 -> (long) (Integer) value;
            case BYTES -> HexFormat.of().formatHex(((ByteString) value).toByteArray());
            default -> value;
        };
    }

    /** The message that these values describe. */
    static DynamicMessage build(Descriptor type, Map<?, ?> fields) {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            Object value = fields.get(field.getJsonName());
            if (value instanceof List<?> list) {
                list.forEach(element -> builder.addRepeatedField(field, typed(field, element)));
            } else if (value != null) {
                builder.setField(field, typed(field, value));
            }
        }
        return builder.build();
    }

    private static Object typed(FieldDescriptor field, Object value) {
        return switch (field.getType()) {
            case MESSAGE -> build(field.getMessageType(), (Map<?, ?>) value);
            case ENUM -> field.getEnumType().findValueByNumberCreatingIfUnknown(((Number) value).intValue());
            case UINT32, INT32, SINT32 -> ((Number) value).intValue();
            case UINT64 -> ((Number) value).longValue();
            case BYTES -> ByteString.copyFrom(HexFormat.of().parseHex(String.valueOf(value)));
            default -> value;
        };
    }
}
