package org.beistand.engine.protocol.contract;

/** A document is no JSON, too long, or not of the expected shape. The message never repeats the document. */
public final class JsonRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonRefused(String message) {
        super(message);
    }
}
