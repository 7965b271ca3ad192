package org.beistand.applet.cursor;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers for images: programs make the same pointer anew again and again, and it need not be sent again. */
final class ImageNumbers {

    /** More than a desktop's theme has; 256 images of the common size are half a megabyte. */
    private static final int MOST = 256;

    private final Map<CursorImage, Integer> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CursorImage, Integer> eldest) {
            return size() > MOST;
        }
    };

    private int last;

    /** @return at least 1, the same for equal images unless it was long ago */
    int of(CursorImage image) {
        Integer known = numbers.get(image);
        if (known != null) {
            return known;
        }
        last++;
        numbers.put(image, last);
        return last;
    }
}
