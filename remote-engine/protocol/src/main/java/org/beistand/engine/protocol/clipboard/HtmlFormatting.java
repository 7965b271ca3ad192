package org.beistand.engine.protocol.clipboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts HTML down to formatting, by the rule of docs/protocol.md: what comes out is written anew from a short list of
 * elements without any attribute, so that however oddly the input is made, nothing in the output runs, loads, links or
 * nests without end. The viewer's is core/clipboard/html.js; clipboard-html.json holds both to the same results.
 */
public final class HtmlFormatting {

    /** Open elements at a time: more than any text needs, and no burden to who parses the result. */
    private static final int DEPTH = 64;

    private static final Set<String> KEPT = Set.of(
            "p",
            "div",
            "span",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "sub",
            "sup",
            "small",
            "code",
            "pre",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th");

    private static final Set<String> EMPTY = Set.of("br", "hr");

    /** One that begins directly within one of its own name takes its place. */
    private static final Set<String> SIBLINGS = Set.of("p", "li", "dt", "dd", "tr", "td", "th");

    /** What is in these is no text for readers. */
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "title",
            "textarea",
            "select",
            "template",
            "noscript",
            "noembed",
            "noframes",
            "iframe",
            "object",
            "audio",
            "video",
            "canvas",
            "svg",
            "math",
            "xmp",
            "plaintext");

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:[A-Za-z][A-Za-z0-9]{0,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});");

    private final String html;
    private final Matcher references;
    private final StringBuilder kept = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private HtmlFormatting(String html) {
        this.html = html;
        this.references = REFERENCE.matcher(html);
    }

    /**
     * @param html a fragment or a page, of any origin
     * @return a fragment; blank when nothing is left to read
     */
    public static String of(String html) {
        return new HtmlFormatting(html).write();
    }

    private String write() {
        while (at < html.length()) {
            char next = html.charAt(at);
            if (next == '<' && isMarkup()) {
                markup();
            } else {
                text(next);
            }
        }
        while (!open.isEmpty()) {
            closeLast();
        }
        return kept.toString();
    }

    private boolean isMarkup() {
        char after = peek(1);
        return isLetter(after) || after == '!' || after == '?' || after == '/';
    }

    private void text(char next) {
        switch (next) {
            case '<' -> kept.append("&lt;");
            case '>' -> kept.append("&gt;");
            case '&' -> kept.append(isReference() ? "&" : "&amp;");
            default -> {
                if (next >= ' ' && next != '\u007F' || next == '\t' || next == '\n' || next == '\r') {
                    kept.append(next);
                }
            }
        }
        at++;
    }

    private boolean isReference() {
        references.region(at, html.length());
        return references.lookingAt();
    }

    private void markup() {
        if (html.startsWith("<!--", at)) {
            skipPast(html.indexOf("-->", at + 4), 3);
        } else if (isLetter(peek(1))) {
            at++;
            begin(tag());
        } else if (peek(1) == '/' && isLetter(peek(2))) {
            at += 2;
            end(tag());
        } else {
            skipPast(html.indexOf('>', at), 1);
        }
    }

    /** Reads a tag to its end, past all attributes; empty when it has none. */
    private String tag() {
        int start = at;
        while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '/' && html.charAt(at) != '>') {
            at++;
        }
        String name = html.substring(start, at);
        boolean valueFollows = false;
        while (at < html.length()) {
            char next = html.charAt(at++);
            if (next == '>') {
                return name.length() > 10 ? "" : name.toLowerCase(Locale.ROOT);
            }
            if (valueFollows && (next == '"' || next == '\'')) {
                skipPast(html.indexOf(next, at), 1);
                valueFollows = false;
            } else {
                valueFollows = next == '=' || valueFollows && isSpace(next);
            }
        }
        return "";
    }

    private void begin(String name) {
        if (DROPPED.contains(name)) {
            skipContent(name);
        } else if (EMPTY.contains(name)) {
            kept.append('<').append(name).append('>');
        } else if (KEPT.contains(name)) {
            if (SIBLINGS.contains(name) && name.equals(open.peekLast())) {
                closeLast();
            }
            if (open.size() < DEPTH) {
                open.addLast(name);
                kept.append('<').append(name).append('>');
            }
        }
    }

    private void end(String name) {
        if (open.contains(name)) {
            while (!name.equals(open.peekLast())) {
                closeLast();
            }
            closeLast();
        }
    }

    private void closeLast() {
        kept.append("</").append(open.removeLast()).append('>');
    }

    /** To the end tag of this name, or to the end of all: without it nothing after is for readers. */
    private void skipContent(String name) {
        for (int found = html.indexOf("</", at); found >= 0; found = html.indexOf("</", found + 2)) {
            int behind = found + 2 + name.length();
            boolean same = behind <= html.length()
                    && html.substring(found + 2, behind)
                            .toLowerCase(Locale.ROOT)
                            .equals(name);
            if (same && endsName(behind)) {
                skipPast(html.indexOf('>', behind), 1);
                return;
            }
        }
        at = html.length();
    }

    private boolean endsName(int index) {
        return index >= html.length()
                || isSpace(html.charAt(index))
                || html.charAt(index) == '/'
                || html.charAt(index) == '>';
    }

    private void skipPast(int found, int length) {
        at = found < 0 ? html.length() : found + length;
    }

    private char peek(int ahead) {
        return at + ahead < html.length() ? html.charAt(at + ahead) : ' ';
    }

    private static boolean isLetter(char one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z';
    }

    private static boolean isSpace(char one) {
        return one == ' ' || one == '\t' || one == '\n' || one == '\r' || one == '\f';
    }
}
