package org.beistand.applet.window;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.util.Map;
import java.util.regex.Pattern;
import javax.swing.JLabel;
import javax.swing.UIManager;

/** Colours and type of the window: the base brand's tokens (branding, tokens.css), the accent from the manifest. */
final class Look {

    static final Color SURFACE = new Color(0xf5f6f8);
    static final Color RAISED = Color.WHITE;
    static final Color TEXT = new Color(0x1a2129);
    static final Color MUTED = new Color(0x54606d);
    static final Color BORDER = new Color(0xd3d9e0);
    static final Color DANGER = new Color(0xb3261e);
    static final Color WARNING = new Color(0x8a5200);
    static final Color WARNING_SOFT = new Color(0xfdf1dc);
    static final Color SUCCESS = new Color(0x1d6b3a);
    static final Color ACCENT = new Color(0x1b5e9e);
    static final Color ACCENT_SOFT = new Color(0xe6eff8);

    /** Grid of distances, scaled by the look and feel where it matters. */
    static final int SPACE = 4;

    private static final Pattern HEX_COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private Look() {}

    static void install() {
        FlatLightLaf.setup();
        UIManager.put("Button.arc", 8);
        UIManager.put("Component.arc", 8);
        UIManager.put("TextComponent.arc", 8);
        UIManager.put("Component.focusWidth", 2);
        // A blinking caret would make a new picture of the screen twice a second for as long as it is being viewed.
        UIManager.put("TextField.caretBlinkRate", 0);
        UIManager.put("TextPane.caretBlinkRate", 0);
        UIManager.put("Panel.background", SURFACE);
        UIManager.put("Label.foreground", TEXT);
    }

    /** The brand's accent, when the manifest names a proper one. */
    static Color accent(Map<String, String> brand) {
        String named = brand.getOrDefault("accent", "");
        return HEX_COLOUR.matcher(named).matches() ? Color.decode(named) : ACCENT;
    }

    static JLabel label(String name, float relativeSize, int style, Color colour) {
        JLabel label = Plain.only(new JLabel(" "));
        label.setName(name);
        label.setForeground(colour);
        resize(label, relativeSize, style);
        return label;
    }

    static void resize(Component component, float relativeSize, int style) {
        Font font = component.getFont();
        component.setFont(font.deriveFont(style, font.getSize2D() * relativeSize));
    }
}
