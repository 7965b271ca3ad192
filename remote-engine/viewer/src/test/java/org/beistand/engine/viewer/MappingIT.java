package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingIT extends InChromium {

    /** The middle of each remote pixel on the page, and its edges, mean that pixel. */
    @ParameterizedTest
    @CsvSource({"1920,1080,exact,1", "1920,1080,exact,2", "1920,1080,fit,1", "1920,1080,fit,2", "1366,768,fit,1.25"})
    void everyPixelIsFoundAgain(int width, int height, String mode, double ratio) {
        Object wrong = evaluate("""
                async ([width, height, mode, ratio]) => {
                  const { layOut, toRemote } = await import('/viewer/core/mapping.js');
                  const screen = { width, height };
                  const box = layOut({ width: 976, height: 648 }, screen, mode, ratio);
                  let wrong = 0;
                  for (let x = 0; x < width; x++) {
                    for (const part of [0.001, 0.5, 0.999]) {
                      const px = box.left + ((x + part) * box.width) / width;
                      const found = toRemote({ x: px, y: box.top }, box, screen);
                      if (found.x !== x || found.y !== 0) wrong++;
                    }
                  }
                  return wrong;
                }""", List.of(width, height, mode, ratio));
        assertThat(wrong).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"-50,-50,0,0", "5000,10,99,10", "99.99,49.99,99,49", "100,50,99,49", "0,0,0,0"})
    void pointsOutsideMeanTheEdge(double x, double y, int remoteX, int remoteY) {
        Object found = evaluate("""
                async ([x, y]) => {
                  const { toRemote } = await import('/viewer/core/mapping.js');
                  const box = { left: 0, top: 0, width: 100, height: 50 };
                  return toRemote({ x, y }, box, { width: 100, height: 50 });
                }""", List.of(x, y));
        assertThat(found).isEqualTo(Map.of("x", remoteX, "y", remoteY));
    }

    @Test
    void aCanvasWithoutSizeMeansTheFirstPixel() {
        Object found = evaluate("""
                async () => {
                  const { toRemote } = await import('/viewer/core/mapping.js');
                  const box = { left: 0, top: 0, width: 0, height: 0 };
                  return toRemote({ x: 0, y: 3 }, box, { width: 8, height: 8 });
                }""", 0);
        assertThat(found).isEqualTo(Map.of("x", 0, "y", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "976,648,1920,1080,fit,1,976,549",
        "976,648,640,480,fit,1,640,480",
        "976,648,640,480,exact,2,320,240",
        "976,648,1920,1080,exact,1,1920,1080"
    })
    void fitNeverEnlargesAndExactIsOneDevicePixelEach(
            double stageWidth,
            double stageHeight,
            int w,
            int h,
            String mode,
            double ratio,
            double width,
            double height) {
        @SuppressWarnings("unchecked")
        Map<String, Number> box =
                (Map<String, Number>) evaluate("""
                async ([width, height, w, h, mode, ratio]) => {
                  const { layOut } = await import('/viewer/core/mapping.js');
                  return layOut({ width, height }, { width: w, height: h }, mode, ratio);
                }""", List.of(stageWidth, stageHeight, w, h, mode, ratio));
        assertThat(number(box, "width")).isCloseTo(width, within(0.51));
        assertThat(number(box, "height")).isCloseTo(height, within(0.51));
        assertThat(number(box, "left") * ratio).isEqualTo(Math.rint(number(box, "left") * ratio));
    }

    @Test
    void smallTurnsOfATouchPadBecomeWholeNotches() {
        Object turns = evaluate("""
                async () => {
                  const { WheelNotches } = await import('/viewer/core/mapping.js');
                  const wheel = new WheelNotches();
                  const turns = [40, 40, 40, -30, -100].map((deltaY) => wheel.add({ deltaX: 0, deltaY, deltaMode: 0 }).dy);
                  turns.push(wheel.add({ deltaX: 0, deltaY: 3, deltaMode: 1 }).dy);
                  turns.push(new WheelNotches().add({ deltaX: 53, deltaY: 0, deltaMode: 0, wheelDeltaX: -240 }).dx);
                  return turns.join(' ');
                }""", 0);
        assertThat(turns).isEqualTo("0 0 120 0 -120 0 240");
    }

    private static double number(Map<String, Number> box, String side) {
        Number value = box.get(side);
        if (value == null) {
            throw new AssertionError("no " + side);
        }
        return value.doubleValue();
    }
}
