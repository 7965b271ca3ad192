package org.beistand.integration.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.naming.directory.Attributes;
import org.beistand.integration.directory.LastWord.Whose;
import org.beistand.integration.directory.LastWord.Whose.Computer;
import org.beistand.integration.directory.LastWord.Whose.Person;

/** Finds the entry, makes sure that nothing is lost there, and writes. The only code that changes a directory. */
final class WriteLastWord {

    /** For attributes whose schema names no limit. */
    private static final int USUAL_LENGTH = 1024;

    /** Less holds nothing that could be understood. */
    private static final int SHORTEST = 64;

    private final Line line;
    private final DirectoryAccess access;

    WriteLastWord(Line line, DirectoryAccess access) {
        this.line = line;
        this.access = access;
    }

    /**
     * @return whether there was an entry to write to
     * @throws Refusal when it could not be, or must not be, written
     */
    boolean write(LastWord word) {
        var root = line.entry("", "defaultNamingContext", "schemaNamingContext");
        int length = length(
                word.attribute(),
                ReadDirectory.text(root, "schemaNamingContext").orElse(""));
        List<Attributes> found = new ArrayList<>();
        line.search(
                ReadDirectory.text(root, "defaultNamingContext").orElse(access.base()),
                filter(word.whose()),
                ReadDirectory.PAGE,
                found::add,
                "distinguishedName",
                word.attribute());
        if (found.size() > 1) {
            throw new Refusal(Fault.Kind.AMBIGUOUS, found.size() + " entries");
        }
        found.forEach(entry -> write(word, entry, length));
        return !found.isEmpty();
    }

    private void write(LastWord word, Attributes entry, int length) {
        String dn = ReadDirectory.text(entry, "distinguishedName").orElse("");
        Optional<String> before = ReadDirectory.text(entry, word.attribute());
        if (before.filter(text -> !text.startsWith(LastWord.OURS)).isPresent()) {
            throw new Refusal(Fault.Kind.OCCUPIED, word.attribute() + ", " + dn);
        }
        boolean newer = before.filter(text -> text.compareTo(word.mark()) > 0 && !text.startsWith(word.mark()))
                .isPresent();
        if (!newer) {
            line.replace(dn, word.attribute(), cut(word.mark() + " " + word.text(), length));
        }
    }

    private static String filter(Whose whose) {
        return switch (whose) {
            case Person(String email) ->
                Filter.allOf(
                        Filter.PEOPLE,
                        Filter.anyOf(List.of(Filter.equal("mail", email), Filter.equal("userPrincipalName", email))));
            case Computer(String name) ->
                Filter.allOf(
                        "(objectCategory=computer)",
                        Filter.anyOf(List.of(
                                Filter.equal("cn", name),
                                Filter.equal("dNSHostName", name),
                                Filter.equal("sAMAccountName", name + "$"))));
        };
    }

    /** How much the attribute holds, in characters, as the directory's schema has it. */
    private int length(String attribute, String schema) {
        List<Integer> known = new ArrayList<>();
        line.search(
                schema,
                Filter.equal("lDAPDisplayName", attribute),
                ReadDirectory.PAGE,
                entry -> known.add(ReadDirectory.text(entry, "rangeUpper")
                        .filter(text -> text.matches("\\d{1,7}"))
                        .map(Integer::valueOf)
                        .orElse(USUAL_LENGTH)),
                "rangeUpper");
        if (known.isEmpty()) {
            throw new Refusal(Fault.Kind.ATTRIBUTE, attribute);
        }
        if (known.getFirst() < SHORTEST) {
            throw new Refusal(Fault.Kind.ATTRIBUTE, attribute + " holds " + known.getFirst() + " characters");
        }
        return Math.min(known.getFirst(), USUAL_LENGTH);
    }

    /** Never in the middle of a character that takes two. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
