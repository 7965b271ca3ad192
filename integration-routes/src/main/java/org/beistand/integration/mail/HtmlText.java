package org.beistand.integration.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML that a stranger sent, as text. It goes through a list of what is harmless first and then loses its markup: nothing
 * of it is ever shown as HTML, so nothing in it can run, load or pretend. What is quoted begins with {@code >}.
 */
final class HtmlText {

    private static final String BLOCKS = "p,div,tr,table,ul,ol,h1,h2,h3,h4,h5,h6,pre,blockquote,dl,dt,dd";

    private HtmlText() {}

    static String of(String html) {
        Document dirty = Jsoup.parse(html);
        dirty.select("script,style,head,title,noscript,template").remove();
        dirty.select(".gmail_quote, .yahoo_quoted, .moz-cite-prefix + blockquote")
                .tagName("blockquote");
        quoteAfter(dirty, "#divRplyFwdMsg, #appendonsend");
        Document clean = new Cleaner(Safelist.relaxed().removeTags("img")).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        var text = new Writer();
        NodeTraversor.traverse(text, clean.body());
        return text.result();
    }

    /** Outlook marks where the old message begins, and not where it ends: with the mail. */
    private static void quoteAfter(Document dirty, String mark) {
        Element begin = dirty.selectFirst(mark);
        if (begin != null && begin.parent() != null) {
            var quoted = new Element("blockquote");
            begin.before(quoted);
            Node next = begin;
            while (next != null) {
                Node after = next.nextSibling();
                quoted.appendChild(next);
                next = after;
            }
        }
    }

    /** Writes lines; each level of quotation puts a mark before them. */
    private static final class Writer implements NodeVisitor {

        private final StringBuilder all = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quotes;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                line.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element) {
                if (element.is(BLOCKS) || element.is("li")) {
                    end();
                }
                if (element.is("li")) {
                    line.append("- ");
                } else if (element.is("td,th") && !line.isEmpty()) {
                    line.append("  ");
                } else if (element.is("br")) {
                    write();
                }
                quotes += element.is("blockquote") ? 1 : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String address = element.is("a") ? element.attr("href") : "";
                if (address.matches("https?://.*") && !element.text().contains(address)) {
                    line.append(" <").append(address).append('>');
                }
                if (element.is(BLOCKS) || element.is("li")) {
                    end();
                }
                if (element.is("p,h1,h2,h3,h4,h5,h6")) {
                    write();
                }
                quotes -= element.is("blockquote") ? 1 : 0;
            }
        }

        private void end() {
            if (!line.toString().isBlank()) {
                write();
            }
            line.setLength(0);
        }

        private void write() {
            all.append("> ".repeat(quotes)).append(line.toString().strip()).append('\n');
            line.setLength(0);
        }

        String result() {
            end();
            return all.toString()
                    .replace('\u00a0', ' ')
                    .replaceAll("[ \\t]+\\n", "\n")
                    .replaceAll("\\n{3,}", "\n\n")
                    .strip();
        }
    }
}
