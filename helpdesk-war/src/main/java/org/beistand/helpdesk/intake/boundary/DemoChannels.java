package org.beistand.helpdesk.intake.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.beistand.helpdesk.identity.boundary.DemoCompany;
import org.beistand.helpdesk.identity.boundary.DemoContent;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.intake.entity.IntakeChannel.Kind;

/** The demo company's three ways in. */
@ApplicationScoped
public class DemoChannels implements DemoContent {

    @Inject
    IntakeChannels channels;

    @Override
    public int order() {
        return 200;
    }

    @Override
    @Transactional
    public void fill(DemoCompany company) {
        channels.add(new IntakeChannel("Telefon", Kind.PHONE, "Hotline 1234, Montag bis Freitag 7 bis 18 Uhr"));
        channels.add(new IntakeChannel("Portal", Kind.PORTAL, "Anfragen über die Webseite"));
        channels.add(new IntakeChannel("E-Mail", Kind.EMAIL, "helpdesk@demo.example"));
    }
}
