package org.beistand.integration.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a directory did not accept a password: the sub-codes that Active Directory adds to result 49. */
public enum BindRefusal {
    UNKNOWN_USER("525"),
    WRONG_PASSWORD("52e"),
    NOT_AT_THIS_TIME("530"),
    NOT_AT_THIS_WORKSTATION("531"),
    /** The password was right. */
    PASSWORD_EXPIRED("532"),
    DISABLED("533"),
    ACCOUNT_EXPIRED("701"),
    /** The password was right. */
    MUST_CHANGE_PASSWORD("773"),
    LOCKED("775"),
    /** The directory said no more than no. */
    UNEXPLAINED("");

    private static final Pattern SUB_CODE = Pattern.compile("data ([0-9a-fA-F]{1,8})\\b");

    private final String code;

    BindRefusal(String code) {
        this.code = code;
    }

    /** Reads the text that came with result 49. */
    static BindRefusal of(String text) {
        var found = SUB_CODE.matcher(text);
        Optional<String> code = found.find() ? Optional.of(found.group(1)) : Optional.empty();
        return Arrays.stream(values())
                .filter(one -> code.filter(one.code::equalsIgnoreCase).isPresent())
                .findFirst()
                .orElse(UNEXPLAINED);
    }

    /** Whether it was the right password, which must be replaced before it is of use. */
    public boolean isRightButOver() {
        return this == PASSWORD_EXPIRED || this == MUST_CHANGE_PASSWORD;
    }
}
