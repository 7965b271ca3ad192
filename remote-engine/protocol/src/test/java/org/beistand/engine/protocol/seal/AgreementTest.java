package org.beistand.engine.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.keys.KeyCommit;
import org.beistand.engine.wire.keys.KeyDone;
import org.beistand.engine.wire.keys.KeyGrant;
import org.beistand.engine.wire.keys.KeyShare;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final String SESSION = "6f1c2b3a-0000-4000-8000-00000000002a";
    private static final String SUBJECT = "subject-of-maria";

    private final SecureRandom random = new SecureRandom();
    private final End applet = new End();
    private final End technician = new End();

    /** A process or a page: what outlives a connection. */
    private record End(SealKeyPair keys, Pairings pairings) {
        End() {
            this(SealKeyPair.generate(), new Pairings());
        }
    }

    private AppletAgreement atApplet(End end) {
        return new AppletAgreement(end.keys(), end.pairings(), SESSION, SUBJECT, random);
    }

    private TechnicianAgreement atTechnician(End end) {
        return new TechnicianAgreement(end.keys(), end.pairings(), SESSION, SUBJECT, random);
    }

    private record Both(Sealed applet, Sealed technician) {}

    private Both agree(End here, End there) {
        AppletAgreement first = atApplet(here);
        TechnicianAgreement second = atTechnician(there);
        AppletAgreement.Granted granted = first.grant(second.share(first.commit()));
        TechnicianAgreement.Done done = second.done(granted.grant());
        assertThat(first.isDone()).isFalse();
        assertThat(first.isAnsweredBy(done.done().getCommitment())).isTrue();
        assertThat(atApplet(here).isAnsweredBy(done.done().getCommitment())).isFalse();
        first.done(done.done());
        assertThat(first.isDone()).isTrue();
        return new Both(granted.sealed(), done.sealed());
    }

    @Test
    void showsTheSameWordsAndOpensEachOthersFrames() {
        Both both = agree(applet, technician);
        assertThat(both.applet().words()).isEqualTo(both.technician().words());
        assertThat(both.applet().words().in(Locale.GERMAN)).hasSize(4);
        Frame picture = frame(MessageType.SCREEN_PICTURE, 1, "pixels");
        assertThat(text(both.technician().opener().open(sealed(both.applet(), picture))))
                .isEqualTo("pixels");
        Frame key = frame(MessageType.KEY_PRESS, 1, "key");
        assertThat(text(both.applet().opener().open(sealed(both.technician(), key))))
                .isEqualTo("key");
    }

    private static Frame frame(MessageType type, long sequence, String text) {
        return new Frame(FrameHeader.of(type, sequence, 1), ByteBuffer.wrap(Hkdf.ascii(text)));
    }

    private static Frame sealed(Sealed by, Frame frame) {
        return Frame.parse(by.sealer().seal(frame.header(), frame.payload()), Limits.FRAME_BYTES);
    }

    private static String text(Frame frame) {
        return java.nio.charset.StandardCharsets.US_ASCII
                .decode(frame.payload())
                .toString();
    }

    @Test
    void keepsTheWordsOfTheSameTwoKeysAndChangesThemWithEitherKey() {
        SecurityWords first = agree(applet, technician).technician().words();
        Both again = agree(applet, technician);
        assertThat(again.technician().words()).isEqualTo(first);
        assertThat(again.applet().words()).isEqualTo(first);
        assertThat(agree(applet, new End()).applet().words()).isNotEqualTo(first);
        assertThat(agree(new End(), technician).applet().words()).isNotEqualTo(first);
    }

    @Test
    void sealsWithNewKeysAtEveryConnection() {
        Both first = agree(applet, technician);
        Both second = agree(applet, technician);
        Frame frame = frame(MessageType.CHAT_LINE, 1, "hello");
        assertThatThrownBy(() -> second.technician().opener().open(sealed(first.applet(), frame)))
                .isInstanceOf(org.beistand.engine.protocol.FrameRefused.class);
    }

    /** Every key that one technician ever had is tried on what the applet says to another, before, beside and after. */
    @Test
    void whoLeftOpensNothingSaidAfterwardsAndWhoJoinedNothingSaidBefore() {
        Both early = agree(applet, technician);
        Frame before = sealed(early.applet(), frame(MessageType.CHAT_LINE, 1, "before"));
        End colleague = new End();
        Both late = agree(applet, colleague);
        assertNobodyOpens(before, late.technician());
        Frame beside = sealed(late.applet(), frame(MessageType.CHAT_LINE, 2, "beside"));
        Frame after = sealed(late.applet(), frame(MessageType.CHAT_LINE, 3, "after"));
        assertNobodyOpens(beside, early.technician());
        assertNobodyOpens(after, early.technician());
        Both back = agree(applet, technician);
        assertNobodyOpens(beside, back.technician());
        assertNobodyOpens(after, back.technician());
        assertNobodyOpens(before, back.technician());
        assertThat(text(late.technician().opener().open(after))).isEqualTo("after");
        assertThat(text(early.technician().opener().open(before))).isEqualTo("before");
    }

    private static void assertNobodyOpens(Frame frame, Sealed other) {
        Frame copy = Frame.parse(frame.toBytes(), Limits.FRAME_BYTES); // opening may use the bytes up
        assertThatThrownBy(() -> other.opener().open(copy))
                .isInstanceOf(org.beistand.engine.protocol.FrameRefused.class);
    }

    /** The connection broke after the technician had the keys and before the applet knew: honest ends still agree. */
    @Test
    void showsTheSameWordsAfterAnAgreementThatOnlyOneEndCompleted() {
        AppletAgreement first = atApplet(applet);
        TechnicianAgreement second = atTechnician(technician);
        second.done(first.grant(second.share(first.commit())).grant());
        Both next = agree(applet, technician);
        assertThat(next.applet().words()).isEqualTo(next.technician().words());
        Both last = agree(applet, technician);
        assertThat(last.technician().words()).isEqualTo(next.technician().words());
    }

    /** A relay in between has to play the technician to the applet and the applet to the technician. */
    @Test
    void showsDifferentWordsWhenSomebodyIsInBetween() {
        Set<Set<SecurityWords>> seen = new HashSet<>();
        for (int attempt = 0; attempt < 20; attempt++) {
            End between = new End();
            SecurityWords here = agree(applet, between).applet().words();
            SecurityWords there = agree(between, technician).technician().words();
            assertThat(here).isNotEqualTo(there);
            seen.add(Set.of(here, there));
        }
        assertThat(seen).hasSize(20);
    }

    @Test
    void refusesAKeyThatWasNotCommittedTo() {
        End between = new End();
        AppletAgreement honest = atApplet(applet);
        AppletAgreement swapped = atApplet(between);
        TechnicianAgreement victim = atTechnician(technician);
        KeyShare share = victim.share(honest.commit());
        refused(() -> victim.done(swapped.grant(share).grant()));
    }

    @Test
    void refusesAnotherSubjectOrSession() {
        AppletAgreement first =
                new AppletAgreement(applet.keys(), applet.pairings(), SESSION, "subject-of-jonas", random);
        TechnicianAgreement second = atTechnician(technician);
        KeyGrant grant = first.grant(second.share(first.commit())).grant();
        refused(() -> second.done(grant));
        AppletAgreement elsewhere = new AppletAgreement(applet.keys(), applet.pairings(), "s2", SUBJECT, random);
        TechnicianAgreement third = atTechnician(technician);
        KeyGrant other = elsewhere.grant(third.share(elsewhere.commit())).grant();
        refused(() -> third.done(other));
    }

    @Test
    void refusesMessagesTwiceAndOutOfTurn() {
        AppletAgreement first = atApplet(applet);
        TechnicianAgreement second = atTechnician(technician);
        refused(() -> atApplet(applet).done(KeyDone.getDefaultInstance()));
        refused(() -> atTechnician(technician).done(KeyGrant.getDefaultInstance()));
        KeyCommit commit = first.commit();
        KeyShare share = second.share(commit);
        AppletAgreement.Granted granted = first.grant(share);
        refused(() -> first.grant(share));
        refused(() -> second.share(commit));
        // A refusal is for good.
        refused(() -> second.done(granted.grant()));
        refused(() -> first.done(KeyDone.getDefaultInstance()));
    }

    @Test
    void refusesPartsOfOtherSizes() {
        for (int size : new int[] {0, 1, 31, 33, 900}) {
            ByteString wrong = ByteString.copyFrom(new byte[size]);
            refused(() -> atTechnician(technician)
                    .share(KeyCommit.newBuilder().setCommitment(wrong).build()));
            KeyShare share = atTechnician(technician).share(atApplet(applet).commit());
            refused(() ->
                    atApplet(applet).grant(share.toBuilder().setPublicKey(wrong).build()));
            refused(() ->
                    atApplet(applet).grant(share.toBuilder().setNonce(wrong).build()));
            refusedGrant(grant -> grant.toBuilder().setPublicKey(wrong).build());
            refusedGrant(grant -> grant.toBuilder().setNonce(wrong).build());
            refusedGrant(grant -> grant.toBuilder().setEncapsulation(wrong).build());
            refusedGrant(grant -> grant.toBuilder().setConfirmation(wrong).build());
        }
    }

    @Test
    void refusesPointsOfSmallOrderAndChangedGrants() {
        ByteString zero = ByteString.copyFrom(new byte[32]);
        KeyShare share = atTechnician(technician).share(atApplet(applet).commit());
        refused(() ->
                atApplet(applet).grant(share.toBuilder().setPublicKey(zero).build()));
        refusedGrant(grant -> grant.toBuilder().setEncapsulation(zero).build());
        refusedGrant(grant -> grant.toBuilder()
                .setConfirmation(ByteString.copyFrom(new byte[48]))
                .build());
        AppletAgreement first = atApplet(applet);
        TechnicianAgreement second = atTechnician(technician);
        second.done(first.grant(second.share(first.commit())).grant());
        refused(() -> first.done(KeyDone.newBuilder().setProof(zero).build()));
    }

    private void refusedGrant(java.util.function.UnaryOperator<KeyGrant> change) {
        AppletAgreement first = atApplet(applet);
        TechnicianAgreement second = atTechnician(technician);
        KeyGrant grant = first.grant(second.share(first.commit())).grant();
        refused(() -> second.done(change.apply(grant)));
        refused(() -> second.done(grant));
    }

    /** Else a relay could try until the words of its two keys are the same. */
    @Test
    void agreesOnNewWordsOnlySoOften() {
        for (int attempt = 0; attempt < Pairings.MOST_NEW_WORDS; attempt++) {
            applet.pairings().countNewWords();
            technician.pairings().countNewWords();
        }
        refused(() -> agree(applet, new End()));
        refused(() -> agree(new End(), technician));
    }

    /** An applet that has not proven these words to anybody may not bring them up. */
    @Test
    void refusesWordsOfAnAgreementThatNeverWas() {
        applet.pairings().keep(technician.keys().publicKey(), new byte[32]);
        refused(() -> agree(applet, technician));
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(KeysRefused.class);
    }
}
