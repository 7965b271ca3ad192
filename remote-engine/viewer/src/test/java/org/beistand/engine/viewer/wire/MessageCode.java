package org.beistand.engine.viewer.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The JavaScript of one protobuf message: a type, a function that encodes it and one that decodes it. */
record MessageCode(Descriptor message) {

    private List<FieldCode> fields() {
        return message.getFields().stream().map(FieldCode::new).toList();
    }

    String source() {
        return typedef() + encode() + decode();
    }

    private String typedef() {
        return fields().stream()
                .map(field -> " * @property {%s} %s%n".formatted(field.jsType(), field.name()))
                .collect(Collectors.joining(
                        "",
                        "%n/**%n * %s%n * @typedef {object} %s%n".formatted(message.getFullName(), message.getName()),
                        " */%n".formatted()));
    }

    private String encode() {
        String parameter = fields().isEmpty() ? "_message" : "message";
        return """

                /**
                 * @param {Partial<%1$s>} %2$s
                 * @returns {Uint8Array<ArrayBuffer>}
                 * @throws {WireError} a value does not fit its field
                 */
                export function encode%1$s(%2$s) {
                  const out = new Writer();
                %3$s  return out.finish();
                }
                """.formatted(
                        message.getName(),
                        parameter,
                        fields().stream().map(FieldCode::writing).collect(Collectors.joining()));
    }

    private String decode() {
        List<FieldCode> fields = fields();
        String lists = fields.stream()
                .filter(field -> field.field().isRepeated())
                .map(field -> "  /** @type {%s} */%n  const %s = [];%n"
                        .formatted(field.jsType().replaceAll("ReadonlyArray<(.*)>", "$1[]"), field.name()))
                .collect(Collectors.joining());
        String initial = fields.stream()
                .map(field -> field.field().isRepeated() ? field.name() : field.name() + ": " + field.defaultValue())
                .collect(Collectors.joining(", ", fields.isEmpty() ? "" : " ", fields.isEmpty() ? "" : " "));
        return """

                /**
                 * @param {Uint8Array} bytes
                 * @returns {%1$s}
                 * @throws {WireError} not such a message
                 */
                export function decode%1$s(bytes) {
                %2$s  /** @type {%1$s} */
                  const message = {%3$s};
                  const input = new Reader(bytes);
                  while (input.more) {
                    const tag = input.tag();
                %4$s  }
                  return message;
                }
                """.formatted(
                        message.getName(), lists, initial, fields.isEmpty() ? "    input.skip(tag);\n" : cases(fields));
    }

    private static String cases(List<FieldCode> fields) {
        return fields.stream()
                .map(FieldCode::reading)
                .collect(Collectors.joining(
                        "", "    switch (tag) {\n", "      default:\n        input.skip(tag);\n    }\n"));
    }

    /** An enumeration of the .proto files as frozen numbers, its prefix cut off. */
    static String enumeration(EnumDescriptor type) {
        String constant = type.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return type.getValues().stream()
                .map(value ->
                        "  %s: %d,%n".formatted(value.getName().substring(constant.length() + 1), value.getNumber()))
                .collect(Collectors.joining(
                        "",
                        "%n/** %s */%nexport const %s = Object.freeze({%n".formatted(type.getFullName(), constant),
                        "});%n".formatted()));
    }
}
