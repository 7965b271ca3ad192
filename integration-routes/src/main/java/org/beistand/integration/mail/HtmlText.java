package org.beistand.integration.mail;

import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML that a stranger sent, as text. Only its words and the web addresses of its links are taken: nothing of it is ever shown as
 * HTML, so nothing in it can run, load or pretend. What is quoted begins with {@code >}. However it is nested, reading it takes
 * time in proportion to its length.
 */
final class HtmlText {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "tr",
            "table",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "dl",
            "dt",
            "dd");
    private static final Set<String> WITH_SPACE_BELOW = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6");

    /** Deeper quotations look like this one: marks beyond it would only let a short mail write a long text. */
    private static final int DEEPEST_QUOTE = 10;

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select("script,style,head,title,noscript,template").remove();
        page.select(".gmail_quote, .yahoo_quoted, .moz-cite-prefix + blockquote")
                .tagName("blockquote");
        var text = new Writer(Optional.ofNullable(page.selectFirst("#divRplyFwdMsg, #appendonsend")));
        NodeTraversor.traverse(text, page.body());
        return text.result();
    }

    /** Writes lines; each level of quotation puts a mark before them. */
    private static final class Writer implements NodeVisitor {

        private final StringBuilder all = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private final Optional<Element> oldMessage;
        private int quotes;

        /** @param oldMessage Outlook marks where the old message begins, and not where it ends: with what it stands in */
        Writer(Optional<Element> oldMessage) {
            this.oldMessage = oldMessage;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                line.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (BLOCKS.contains(name)) {
                    end();
                }
                switch (name) {
                    case "li" -> line.append("- ");
                    case "td", "th" -> line.append(line.isEmpty() ? "" : "  ");
                    case "br" -> write();
                    case "blockquote" -> quotes++;
                    default -> {}
                }
                quotes += oldMessage.filter(element::equals).isPresent() ? 1 : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                String address = name.equals("a") ? element.attr("href") : "";
                if (address.matches("https?://.*") && !element.text().contains(address)) {
                    line.append(" <").append(address).append('>');
                }
                if (BLOCKS.contains(name)) {
                    end();
                }
                if (WITH_SPACE_BELOW.contains(name)) {
                    write();
                }
                quotes -= name.equals("blockquote") ? 1 : 0;
                quotes -=
                        oldMessage.map(Element::parent).filter(element::equals).isPresent() ? 1 : 0;
            }
        }

        private void end() {
            if (!line.toString().isBlank()) {
                write();
            }
            line.setLength(0);
        }

        private void write() {
            String words = line.toString().replace('\u00a0', ' ').strip();
            String marks = "> ".repeat(Math.min(quotes, DEEPEST_QUOTE));
            all.append((marks + words).stripTrailing()).append('\n');
            line.setLength(0);
        }

        String result() {
            end();
            return all.toString().replaceAll("\\n{3,}", "\n\n").strip();
        }
    }
}
