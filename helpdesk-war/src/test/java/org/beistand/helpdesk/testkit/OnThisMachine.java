package org.beistand.helpdesk.testkit;

import java.util.List;
import org.beistand.integration.Reach;

/** Where the other systems of tests run: addresses that no company may name unless the operator permits them. */
public final class OnThisMachine {

    /** As an operator writes them. */
    public static final String NETWORKS = "127.0.0.0/8,::1/128";

    public static final Reach REACH = Reach.usualAnd(List.of(NETWORKS.split(",")));

    private OnThisMachine() {}
}
