package org.beistand.helpdesk.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The guides of {@code docs/} that administrators need, as they were when this release was built: whoever connects a system
 * has a browser, but not the project's files.
 */
@ApplicationScoped
public class Guides {

    private static final Map<String, String> FILES = Map.of(
            "administrator", "guide/administrator.md",
            "servicenow", "guide/servicenow.md",
            "active-directory", "guide/active-directory.md",
            "mail-and-sms", "guide/mail-and-sms.md",
            "operations", "operations.md");

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Guides::leadOn)
            .build();

    /**
     * A guide as HTML.
     *
     * @param name as in its address; empty when there is no such guide
     */
    public Optional<String> html(String name) {
        return Optional.ofNullable(FILES.get(name)).map(file -> RENDERER.render(PARSER.parse(text(file))));
    }

    private static String text(String file) {
        try (var in = Guides.class.getResourceAsStream("/docs/" + file)) {
            if (in == null) {
                throw new IllegalStateException("This release was built without docs/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** From a file to a file becomes from page to page; what is not here is not linked. */
    private static void leadOn(Node node, String tag, Map<String, String> attributes) {
        if (!(node instanceof Link link) || link.getDestination().startsWith("#")) {
            return;
        }
        if (link.getDestination().contains("://")) {
            attributes.put("rel", "noopener");
            return;
        }
        String[] parts = link.getDestination().split("#", 2);
        String name = parts[0].replaceFirst(".*/", "").replaceFirst("\\.md$", "");
        attributes.remove("href");
        if (FILES.containsKey(name)) {
            attributes.put("href", "guide?name=" + name + (parts.length > 1 ? "#" + parts[1] : ""));
        }
    }

    /** Names of all guides. */
    static List<String> names() {
        return FILES.keySet().stream().sorted().toList();
    }
}
