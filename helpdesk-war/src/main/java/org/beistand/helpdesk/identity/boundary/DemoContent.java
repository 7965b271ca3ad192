package org.beistand.helpdesk.identity.boundary;

/**
 * Fills the demo company with plausible things. Every CDI bean of this type is called once, when the demo company has just
 * been founded, in ascending {@link #order()}, on the deploying thread, with the demo company as the current one and
 * outside of any transaction: each opens its own. An exception fails the start.
 */
public interface DemoContent {

    /** People come at 100, channels and customers at 200; tickets at 300; later things above. */
    int order();

    void fill(DemoCompany company);
}
