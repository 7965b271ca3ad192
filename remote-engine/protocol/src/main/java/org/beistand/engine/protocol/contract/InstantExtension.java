package org.beistand.engine.protocol.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.jr.ob.JSONObjectException;
import com.fasterxml.jackson.jr.ob.JacksonJrExtension;
import com.fasterxml.jackson.jr.ob.api.ExtensionContext;
import com.fasterxml.jackson.jr.ob.api.ReaderWriterProvider;
import com.fasterxml.jackson.jr.ob.api.ValueReader;
import com.fasterxml.jackson.jr.ob.api.ValueWriter;
import com.fasterxml.jackson.jr.ob.impl.JSONReader;
import com.fasterxml.jackson.jr.ob.impl.JSONWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Teaches the JSON library instants as ISO-8601 text. */
final class InstantExtension extends JacksonJrExtension {

    @Override
    protected void register(ExtensionContext context) {
        context.insertProvider(new ReaderWriterProvider() {
            @Override
            public @Nullable ValueReader findValueReader(JSONReader readContext, Class<?> type) {
                return type == Instant.class ? new InstantReader() : null;
            }

            @Override
            public @Nullable ValueWriter findValueWriter(JSONWriter writeContext, Class<?> type) {
                return type == Instant.class ? new InstantWriter() : null;
            }
        });
    }

    private static final class InstantReader extends ValueReader {

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Object read(JSONReader reader, JsonParser parser) throws IOException {
            try {
                return Instant.parse(parser.getText());
            } catch (DateTimeException noInstant) {
                throw new JSONObjectException("not an instant", noInstant);
            }
        }
    }

    private static final class InstantWriter implements ValueWriter {

        @Override
        public void writeValue(JSONWriter context, JsonGenerator generator, Object value) throws IOException {
            generator.writeString(value.toString());
        }

        @Override
        public Class<?> valueType() {
            return Instant.class;
        }
    }
}
