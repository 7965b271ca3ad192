package org.beistand.helpdesk.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/**
 * The frame that every mail of a company has: its name above, its colour on what is to be pressed, and below, who sent
 * this. One column of tables and inline styles, because that is what mail programs agree on; no picture and nothing
 * fetched from anywhere, so that reading a mail tells nobody.
 */
@ApplicationScoped
class MailLook {

    private static final String BUNDLE = "org.beistand.helpdesk.mail.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String FONT =
            "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

    @Inject
    Companies companies;

    @Inject
    BrandLook look;

    String text(Locale language, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, language, MailLook.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, language).format(arguments);
    }

    String companyName() {
        return companies.byId(CurrentCompany.require()).orElseThrow().name();
    }

    /** A whole HTML document around {@code content}, which is HTML already. */
    String page(Locale language, String content, String foot) {
        var company = companies.byId(CurrentCompany.require()).orElseThrow();
        var colours = look.of(company.brand());
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="margin:0;padding:0;background:#f5f6f8;">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="background:#f5f6f8;"><tr><td align="center" style="padding:24px 12px;">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#ffffff;border:1px solid #d3d9e0;border-radius:10px;">
                <tr><td style="padding:20px 28px 0 28px;%sfont-size:15px;font-weight:700;color:%s;">%s</td></tr>
                <tr><td style="padding:12px 28px 24px 28px;%sfont-size:16px;line-height:1.5;color:#1a2129;">%s</td></tr>
                </table>
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;"><tr>
                <td style="padding:14px 28px;%sfont-size:13px;line-height:1.45;color:#54606d;">%s</td></tr></table>
                </td></tr></table></body></html>
                """.formatted(
                        language.getLanguage(),
                        escaped(company.name()),
                        FONT,
                        colours.accent(),
                        escaped(company.name()),
                        FONT,
                        content,
                        FONT,
                        escaped(foot));
    }

    /** Something to press. */
    String button(String address, String label) {
        var colours =
                look.of(companies.byId(CurrentCompany.require()).orElseThrow().brand());
        return """
                <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0;"><tr><td style="border-radius:6px;background:%s;"><a href="%s" style="display:inline-block;padding:12px 24px;%sfont-size:16px;font-weight:600;color:%s;text-decoration:none;">%s</a></td></tr></table>
                """.formatted(colours.accent(), escaped(address), FONT, colours.text(), escaped(label));
    }

    static String paragraph(String text) {
        return "<p style=\"margin:12px 0;\">" + lines(text) + "</p>";
    }

    static String small(String text) {
        return "<p style=\"margin:12px 0;font-size:14px;color:#54606d;overflow-wrap:anywhere;\">" + lines(text)
                + "</p>";
    }

    /** Text with its line breaks. */
    static String lines(String text) {
        return escaped(text).replace("\r", "").replace("\n", "<br>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
