package org.beistand.applet.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** The program's sign, drawn as the base brand's logo.svg describes it. */
final class Icons {

    private static final int[] SIZES = {16, 24, 32, 48, 64, 128};
    private static final double DRAWN_AT = 48;

    private Icons() {}

    static List<Image> all() {
        return IntStream.of(SIZES).mapToObj(Icons::icon).toList();
    }

    private static Image icon(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(size / DRAWN_AT, size / DRAWN_AT);
        graphics.setColor(Look.ACCENT);
        graphics.fillRoundRect(0, 0, 48, 48, 20, 20);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(3.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.drawOval(9, 14, 18, 18);
        Path2D tail = new Path2D.Double();
        tail.moveTo(14, 33);
        tail.lineTo(14, 38);
        tail.lineTo(19, 34);
        graphics.draw(tail);
        graphics.drawArc(23, 16, 18, 18, 110, -230);
        graphics.dispose();
        return image;
    }
}
