package org.beistand.engine.viewer.wire;

import com.google.protobuf.Descriptors.FieldDescriptor;

/** How one protobuf field looks in JavaScript: its type, its default, its writing and its reading. */
record FieldCode(FieldDescriptor field) {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    String name() {
        return field.getJsonName();
    }

    int tag() {
        return field.getNumber() << 3 | (isVarint() ? VARINT : LENGTH_DELIMITED);
    }

    String jsType() {
        String type = elementType();
        if (field.isRepeated()) {
            return "ReadonlyArray<" + type + ">";
        }
        return isMessage() ? type + " | null" : type;
    }

    private String elementType() {
        return switch (field.getType()) {
            case UINT32, UINT64, INT32, SINT32, ENUM -> "number";
            case BOOL -> "boolean";
            case STRING -> "string";
            case BYTES -> "Uint8Array";
            case MESSAGE -> field.getMessageType().getName();
            default -> throw unknownType();
        };
    }

    String defaultValue() {
        if (field.isRepeated()) {
            return "[]";
        }
        return switch (field.getType()) {
            case UINT32, UINT64, INT32, SINT32, ENUM -> "0";
            case BOOL -> "false";
            case STRING -> "''";
            case BYTES -> "new Uint8Array(0)";
            case MESSAGE -> "null";
            default -> throw unknownType();
        };
    }

    /** Statements that write the field of {@code message} to {@code out}, defaults left out as proto3 does. */
    String writing() {
        if (field.isRepeated()) {
            if (isVarint()) {
                throw new IllegalStateException("teach the generator packed numbers: " + field.getFullName());
            }
            return "  for (const value of message.%s ?? []) %s%n".formatted(name(), writeCall("value"));
        }
        String value = "message." + name();
        String present = switch (field.getType()) {
            case MESSAGE -> value;
            case BYTES -> value + "?.length";
            default -> value;
        };
        return "  if (%s) %s%n".formatted(present, writeCall(value));
    }

    private String writeCall(String value) {
        return isMessage()
                ? "out.bytes(%d, encode%s(%s));"
                        .formatted(tag(), field.getMessageType().getName(), value)
                : "out.%s(%d, %s);".formatted(method(), tag(), value);
    }

    /** The case of the reading switch. */
    String reading() {
        String value = isMessage()
                ? "decode%s(input.bytes())".formatted(field.getMessageType().getName())
                : "input.%s()".formatted(method());
        String statement = field.isRepeated()
                ? "%s.push(%s);".formatted(name(), value)
                : "message.%s = %s;".formatted(name(), value);
        return "      case %d:%n        %s%n        break;%n".formatted(tag(), statement);
    }

    private String method() {
        return switch (field.getType()) {
            case UINT32 -> "uint32";
            case UINT64 -> "uint64";
            case INT32, ENUM -> "int32";
            case SINT32 -> "sint32";
            case BOOL -> "bool";
            case STRING -> "string";
            case BYTES -> "bytes";
            default -> throw unknownType();
        };
    }

    private boolean isMessage() {
        return field.getType() == FieldDescriptor.Type.MESSAGE;
    }

    private boolean isVarint() {
        return switch (field.getType()) {
            case UINT32, UINT64, INT32, SINT32, ENUM, BOOL -> true;
            default -> false;
        };
    }

    private IllegalStateException unknownType() {
        return new IllegalStateException(
                "teach the generator the type " + field.getType() + " of " + field.getFullName());
    }
}
