package org.beistand.integration.sms;

/**
 * How a text travels: in the seven bits of GSM 03.38 if every character is in its tables, else in UCS-2; and in how many
 * messages, because each is paid for. Source of table and sizes: 3GPP TS 23.038 and 23.040.
 */
public record SmsText(String value, boolean isGsm, int units, int segments) {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final String EXTENDED_CODES = "\n\u0014\u0028\u0029\u002f\u003c\u003d\u003e\u0040\u0065";
    private static final char ESCAPE = '\u001b';

    private static final int GSM_ONE = 160;
    private static final int GSM_MANY = 153;
    private static final int UCS2_ONE = 70;
    private static final int UCS2_MANY = 67;

    public static SmsText of(String text) {
        boolean gsm = text.chars().allMatch(SmsText::isGsm);
        int units =
                gsm ? text.chars().map(c -> EXTENDED.indexOf(c) >= 0 ? 2 : 1).sum() : text.length();
        int one = gsm ? GSM_ONE : UCS2_ONE;
        int many = gsm ? GSM_MANY : UCS2_MANY;
        return new SmsText(text, gsm, units, units <= one ? 1 : (units + many - 1) / many);
    }

    private static boolean isGsm(int c) {
        return c != ESCAPE && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    /** One character for each septet, its code being the septet: what a length of octets is made of. */
    String septets() {
        var codes = new StringBuilder();
        for (char c : value.toCharArray()) {
            int extended = EXTENDED.indexOf(c);
            if (extended >= 0) {
                codes.append(ESCAPE).append(EXTENDED_CODES.charAt(extended));
            } else {
                codes.append((char) BASIC.indexOf(c));
            }
        }
        return codes.toString();
    }
}
