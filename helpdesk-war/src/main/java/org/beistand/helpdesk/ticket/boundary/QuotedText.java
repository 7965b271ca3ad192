package org.beistand.helpdesk.ticket.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells what somebody wrote from what their mail program repeated below or above it: lines that begin with {@code >}, what
 * Outlook puts below a head of its own, and the line that says who wrote when, in German and English. Only the look of a
 * text is decided here: all passages together are the whole text, and when in doubt a line was written by somebody.
 */
final class QuotedText {

    /** A quotation of so few lines between somebody's own is what they answer there: without it nobody understands them. */
    private static final int SHORT = 3;

    /** Programs break the line that says who wrote when in two, sometimes three. */
    private static final int MOST_ATTRIBUTION_LINES = 3;

    private static final int LONGEST_ATTRIBUTION = 400;
    private static final int HEAD_LINES = 7;
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?:On\\b.{5,300}\\bwrote|Am\\b.{5,300}\\bschrieb\\b.{0,300}|.{3,300}\\b(?:schrieb am|wrote on)\\b.{3,200})\\s?:");
    private static final Pattern DIVIDER = Pattern.compile(
            "-{2,}\\s*(?:Original Message|Original Appointment|Ursprüngliche Nachricht|Original-?Nachricht|"
                    + "Ursprünglicher Termin)\\s*-{2,}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("[_]{10,}");
    private static final Pattern SENDER = Pattern.compile("\\*?(?:Von|From):\\*?\\s.*");
    private static final Pattern OTHER_HEAD =
            Pattern.compile("\\*?(?:Gesendet|Sent|Datum|Date|An|To|Cc|Betreff|Subject):\\*?(?:\\s.*)?");

    private final List<String> lines;

    private QuotedText(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Some lines of a text, as they are.
     *
     * @param quoted whether somebody else had written them before
     * @param words the text without the empty lines around it
     * @param lines how many lines these words have
     */
    public record Passage(String text, boolean quoted, String words, long lines) {

        static Passage of(String text, boolean quoted) {
            int begin = text.length() - text.stripLeading().length();
            String words = text.substring(text.lastIndexOf('\n', begin) + 1).stripTrailing();
            return new Passage(text, quoted, words, words.lines().count());
        }
    }

    /** @return in their order; joined by line breaks they are the text */
    static List<Passage> passages(String text) {
        var quoted = new QuotedText(List.of(text.split("\n", -1)));
        List<Passage> passages = quoted.split();
        boolean nothingElse =
                passages.stream().allMatch(one -> one.quoted() || one.words().isEmpty());
        return nothingElse ? List.of(Passage.of(text, false)) : passages;
    }

    private List<Passage> split() {
        List<Passage> passages = new ArrayList<>();
        int begin = 0;
        int at = 0;
        while (at < lines.size()) {
            int end = endOfQuotation(at);
            if (end == at) {
                at++;
            } else {
                int from = beforeEmptyLines(at, begin);
                add(passages, begin, from, false);
                add(passages, from, end, true);
                begin = end;
                at = end;
            }
        }
        add(passages, begin, lines.size(), false);
        return List.copyOf(passages);
    }

    private void add(List<Passage> passages, int from, int to, boolean quoted) {
        if (from < to) {
            passages.add(Passage.of(String.join("\n", lines.subList(from, to)), quoted));
        }
    }

    /** Empty lines before a quotation belong to it. */
    private int beforeEmptyLines(int at, int notBefore) {
        int from = at;
        while (from > notBefore && lines.get(from - 1).isBlank()) {
            from--;
        }
        return from;
    }

    /** @return behind the last line of the quotation that begins at this line, or the line itself if none does */
    private int endOfQuotation(int at) {
        String line = lines.get(at).strip();
        if (DIVIDER.matcher(line).matches() || isHead(at) || RULE.matcher(line).matches() && isHead(filled(at + 1))) {
            return lines.size();
        }
        int attributed = endOfAttribution(at);
        if (attributed == at && !isMarked(at)) {
            return at;
        }
        int marked = endOfMarked(attributed > at ? filled(attributed) : at);
        if (attributed > at && marked == filled(attributed)) {
            // Nothing after it is marked: with a date in it the rest is what was written then, else it is a sentence.
            boolean dated = lines.subList(at, attributed).stream()
                    .anyMatch(one -> one.chars().anyMatch(Character::isDigit));
            return dated ? lines.size() : at;
        }
        boolean last = filled(marked) == lines.size();
        return last ? lines.size() : marked - at > SHORT ? marked : at;
    }

    /** Behind the marked lines from here on, with the empty ones between them. */
    private int endOfMarked(int from) {
        int end = from;
        int at = from;
        while (at < lines.size() && (isMarked(at) || lines.get(at).isBlank())) {
            at++;
            end = isMarked(at - 1) ? at : end;
        }
        return end;
    }

    private boolean isMarked(int at) {
        return lines.get(at).startsWith(">");
    }

    private int endOfAttribution(int at) {
        var words = new StringBuilder();
        for (int end = at; end < Math.min(lines.size(), at + MOST_ATTRIBUTION_LINES); end++) {
            String line = lines.get(end).strip();
            if (line.isEmpty() || words.length() + line.length() > LONGEST_ATTRIBUTION || isMarked(end)) {
                return at;
            }
            words.append(words.isEmpty() ? "" : " ").append(line);
            if (line.endsWith(":") && ATTRIBUTION.matcher(words).matches()) {
                return end + 1;
            }
        }
        return at;
    }

    /** A sender, and soon after it at least two more of what a message's head says. */
    private boolean isHead(int at) {
        if (at >= lines.size() || !SENDER.matcher(lines.get(at).strip()).matches()) {
            return false;
        }
        return IntStream.range(at + 1, Math.min(lines.size(), at + HEAD_LINES))
                        .filter(i -> OTHER_HEAD.matcher(lines.get(i).strip()).matches())
                        .count()
                >= 2;
    }

    /** The first line from here on with something in it, or the end. */
    private int filled(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }
}
