package org.beistand.applet.clipboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.grant.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedClipboardTest {

    private final HandFilledClipboard desktop = new HandFilledClipboard();
    private final Set<Permission> allowed = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final GuardedClipboard clipboard =
            new GuardedClipboard(desktop, List.of(desktop), allowed::contains, forms -> told.add("holds " + forms));

    @AfterEach
    void close() {
        clipboard.close();
    }

    @Test
    void eachDirectionIsRefusedUntilItIsAllowed() {
        desktop.copy(Map.of(Form.TEXT, "secret".getBytes(UTF_8)));
        allowed.add(Permission.CLIPBOARD_IN);
        read();
        tells("NOT_PERMITTED");
        put("hello");
        tells("DONE");
        allowed.clear();
        allowed.add(Permission.CLIPBOARD_OUT);
        put("once more");
        tells("NOT_PERMITTED");
        read();
        tells("DONE Clip[text/plain 5]");
        assertThat(desktop.looks).isEqualTo(1);
    }

    @Test
    void tellsWhatThereIsAndEveryCopyAndNothingAfterwards() {
        desktop.copy(Map.of(Form.TEXT, new byte[1]));
        allowed.add(Permission.CLIPBOARD_OUT);
        clipboard.watch(true);
        tells("holds [TEXT]");
        desktop.copy(Map.of(Form.PNG, new byte[1], Form.HTML, new byte[1]));
        tells("holds [HTML, PNG]");
        allowed.clear();
        clipboard.watch(false);
        desktop.copy(Map.of(Form.TEXT, new byte[2]));
        read();
        tells("NOT_PERMITTED");
        assertThat(desktop.looks).isEqualTo(2);
    }

    @Test
    void whatATechnicianHasPutThereIsNoNews() {
        allowed.addAll(Set.of(Permission.CLIPBOARD_IN, Permission.CLIPBOARD_OUT));
        clipboard.watch(true);
        tells("holds []");
        put("from the technician");
        tells("DONE");
        tells("holds []");
    }

    @Test
    void nothingTooLargeOrBrokenLeaves() {
        allowed.add(Permission.CLIPBOARD_OUT);
        read();
        tells("EMPTY");
        desktop.copy(Map.of(Form.TEXT, new byte[Limits.CLIPBOARD_TEXT_BYTES + 1]));
        read();
        tells("TOO_LARGE");
        desktop.copy(Map.of(Form.PNG, "no picture".getBytes(UTF_8), Form.HTML, "<script>x</script>".getBytes(UTF_8)));
        read();
        tells("UNUSABLE");
        desktop.copy(Map.of(Form.PNG, new byte[9], Form.HTML, "<b onclick=x>a</b>".getBytes(UTF_8)));
        read();
        tells("DONE Clip[text/html 8]");
    }

    @Test
    void aClipboardThatFailsIsNoEnd() {
        allowed.add(Permission.CLIPBOARD_OUT);
        desktop.busy = true;
        read();
        tells("UNUSABLE");
        desktop.busy = false;
        desktop.copy(Map.of(Form.TEXT, "a".getBytes(UTF_8)));
        read();
        tells("DONE Clip[text/plain 1]");
    }

    @Test
    void receivedContentIsWhatItSaysOrNothing() {
        byte[] text = "a\r\nb".getBytes(UTF_8);
        assertThat(Passage.inwards(Map.of(Form.TEXT, text)).flatMap(clip -> clip.text(Form.TEXT)))
                .hasValue("a\nb");
        assertThat(Passage.inwards(Map.of(Form.TEXT, text, Form.PNG, text))).isEmpty();
        assertThat(Passage.inwards(Map.of(Form.TEXT, new byte[] {(byte) 0xC3, 'x'})))
                .isEmpty();
        assertThat(Passage.inwards(Map.of(Form.HTML, "<p><br></p>".getBytes(UTF_8))))
                .isEmpty();
    }

    private void read() {
        clipboard.read(taken ->
                told.add(taken.outcome() + taken.clip().map(clip -> " " + clip).orElse("")));
    }

    private void put(String text) {
        Clip clip = Passage.inwards(Map.of(Form.TEXT, text.getBytes(UTF_8))).orElseThrow();
        clipboard.put(clip, outcome -> told.add(outcome.name()));
    }

    private void tells(String expected) {
        try {
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(expected);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** A clipboard that tests copy to by hand, and the watch that tells of it. */
    private static final class HandFilledClipboard implements ClipboardBridge, ClipboardWatch, ClipboardWatch.Provider {

        private final Semaphore wakeUps = new Semaphore(0);
        private volatile Map<Form, byte[]> held = Map.of();
        private volatile boolean news;
        private volatile boolean ours;
        private volatile boolean busy;
        private volatile int looks;

        void copy(Map<Form, byte[]> copied) {
            held = copied;
            ours = false;
            news = true;
            wakeUps.release();
        }

        private void look() {
            looks++;
            if (busy) {
                throw new ClipboardBusy(new IllegalStateException("somebody else has it"));
            }
        }

        @Override
        public Set<Form> forms() {
            look();
            return held.isEmpty() ? Set.of() : EnumSet.copyOf(held.keySet());
        }

        @Override
        public Map<Form, byte[]> read() {
            look();
            return held;
        }

        @Override
        public void put(Clip clip) {
            copy(Map.of(Form.TEXT, clip.bytes(Form.TEXT).orElseThrow()));
            ours = true;
        }

        @Override
        public boolean isOurs() {
            return ours;
        }

        @Override
        public int preference() {
            return 1;
        }

        @Override
        public Optional<ClipboardWatch> open() {
            news = false;
            return Optional.of(this);
        }

        @Override
        public String name() {
            return "by hand";
        }

        @Override
        public boolean await(Duration atMost) {
            try {
                wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            boolean copied = news;
            news = false;
            return copied;
        }

        @Override
        public void wake() {
            wakeUps.release();
        }

        @Override
        public void close() {}
    }
}
