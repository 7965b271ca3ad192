package org.beistand.engine.viewer;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A desktop as a customer might have it, painted: a file window, a text window with a message, a bar. */
final class PaintedDesktop {

    private static final int BAR = 44;

    private PaintedDesktop() {}

    /** Pixels as 0xFFRRGGBB, row by row. */
    static int[] pixels(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(0x1d4f73), width, height, new Color(0x5b8a72)));
        g.fillRect(0, 0, width, height);
        window(g, 90, 70, 860, 560, "Dokumente");
        files(g, 90, 70);
        window(g, 700, 330, 900, 560, "Drucker und Scanner");
        printers(g, 700, 330);
        g.setColor(new Color(0x20262c));
        g.fillRect(0, height - BAR, width, BAR);
        g.setColor(Color.WHITE);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        g.drawString("Start      Dateien      Drucker      Mail", 24, height - 16);
        g.drawString("10:42", width - 80, height - 16);
        g.dispose();
        return image.getRGB(0, 0, width, height, null, 0, width);
    }

    private static void window(Graphics2D g, int x, int y, int width, int height, String title) {
        g.setColor(new Color(0, 0, 0, 60));
        g.fillRoundRect(x + 6, y + 8, width, height, 12, 12);
        g.setColor(new Color(0xf4f5f7));
        g.fillRoundRect(x, y, width, height, 12, 12);
        g.setColor(new Color(0x2f3b47));
        g.fillRoundRect(x, y, width, 38, 12, 12);
        g.setColor(Color.WHITE);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        g.drawString(title, x + 16, y + 25);
    }

    private static void files(Graphics2D g, int x, int y) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        String[] names = {"Angebot Müller GmbH.odt", "Rechnung 2026-113.pdf", "Urlaub.jpg", "Übergabe.txt", "Zeiten.ods"
        };
        for (int i = 0; i < names.length; i++) {
            g.setColor(i == 1 ? new Color(0xcfe3f7) : new Color(0xf4f5f7));
            g.fillRect(x + 12, y + 60 + i * 40, 560, 36);
            g.setColor(new Color(0x6f8ba4));
            g.fillRect(x + 24, y + 66 + i * 40, 20, 24);
            g.setColor(new Color(0x1a2129));
            g.drawString(names[i], x + 60, y + 84 + i * 40);
        }
    }

    private static void printers(Graphics2D g, int x, int y) {
        g.setColor(new Color(0x1a2129));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        g.drawString("Etagendrucker 2. OG", x + 40, y + 90);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        g.setColor(new Color(0xb3261e));
        g.drawString("Offline: Der Drucker antwortet nicht.", x + 40, y + 126);
        g.setColor(new Color(0x54606d));
        g.drawString("3 Dokumente in der Warteschlange", x + 40, y + 158);
        g.setColor(new Color(0x1b5e9e));
        g.fillRoundRect(x + 40, y + 190, 220, 44, 8, 8);
        g.setColor(Color.WHITE);
        g.drawString("Problem beheben", x + 76, y + 218);
    }
}
