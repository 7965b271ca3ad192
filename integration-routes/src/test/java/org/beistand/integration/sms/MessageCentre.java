package org.beistand.integration.sms;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A short message centre for one client after the other, made of jSMPP's server. */
final class MessageCentre implements AutoCloseable {

    static final String PASSWORD = "secret12";
    private static final long A_WHILE = 5_000;
    private static final int ALREADY_BOUND = 0x05;
    private static final int WRONG_PASSWORD = 0x0e;

    final int port;
    final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    volatile int refusal;
    /** Lets nobody in while somebody is there. */
    volatile boolean isForOne;
    /** While it is closed, messages are taken and nothing is said. */
    volatile CountDownLatch answers = new CountDownLatch(0);

    private final SMPPServerSessionListener listener;
    private final AtomicInteger ids = new AtomicInteger();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();

    MessageCentre() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        try {
            while (true) {
                SMPPServerSession session = listener.accept();
                session.setMessageReceiverListener(receiver());
                BindRequest request = session.waitForBind(A_WHILE);
                if (isForOne
                        && sessions.stream()
                                .anyMatch(other -> other.getSessionState().isBound())) {
                    request.reject(ALREADY_BOUND);
                } else if (PASSWORD.equals(request.getPassword())) {
                    sessions.add(session);
                    request.accept("centre");
                } else {
                    request.reject(WRONG_PASSWORD);
                }
            }
        } catch (Exception closed) {
            sessions.forEach(SMPPServerSession::close);
        }
    }

    private ServerMessageReceiverListener receiver() {
        return (ServerMessageReceiverListener) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("onAcceptSubmitSm")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    if (refusal != 0) {
                        throw new ProcessRequestException("refused", refusal);
                    }
                    taken.add((SubmitSm) arguments[0]);
                    answers.await();
                    return new SubmitSmResult(
                            new MessageId(Integer.toString(ids.incrementAndGet())),
                            new org.jsmpp.bean.OptionalParameter[0]);
                });
    }

    /** How often somebody was let in. */
    int logins() {
        return sessions.size();
    }

    /** Ends what there is, and waits until the other side knows. */
    void hangUp() {
        sessions.getLast().unbindAndClose();
    }

    /** Tells the client what became of a message. */
    void tell(String messageId, String state) throws Exception {
        String text = "id:" + messageId + " sub:001 dlvrd:001 submit date:2611220700 done date:2611220701 stat:" + state
                + " err:000 text:x";
        sessions.getLast()
                .deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "491701234567",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "4930",
                        new ESMClass(4),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        DataCodings.ZERO,
                        text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        sessions.forEach(SMPPServerSession::unbindAndClose);
        listener.close();
    }
}
