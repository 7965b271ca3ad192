package org.beistand.systemtests.browser;

import com.fasterxml.jackson.jr.ob.JSON;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.beistand.systemtests.product.Product;

/** The technician's desk: somebody who is logged in, in a browser of their own. */
public final class Desk {
    private final Product product;
    private final Page page;

    private Desk(Product product, Page page) {
        this.product = product;
        this.page = page;
    }

    /** Logs in with name and password as a person does. */
    public static Desk logIn(Product product, Page page, String name, String password) {
        page.navigate(product.at("/login").toString());
        page.fill("[id='login:name']", name);
        page.fill("[id='login:password']", password);
        page.click("[id='login:enter']");
        page.waitForURL("**/desk/**");
        return new Desk(product, page);
    }

    /** The browser's page. */
    public Page page() {
        return page;
    }

    /** Opens the ticket with that number. */
    public void openTicket(String number) {
        page.navigate(product.at("/desk/tickets/" + number).toString());
    }

    /** The one primary button of the ticket; gives the PIN as it is shown, digits only. */
    public String startSession() {
        page.click("[id='sessionStart:start']");
        return page.locator("#session-pin").innerText().replaceAll("[^0-9]", "");
    }

    /** The link that the dialog offers for copying. */
    public String sessionLink() {
        return page.locator("#session-link").inputValue();
    }

    /** Follows the dialog's way into the workspace, which opens up when the customer has arrived. */
    public Workspace openWorkspace() {
        page.locator("a.session-go[data-ready='true']").click();
        page.waitForURL("**/desk/session/**");
        return new Workspace(page);
    }

    /** Asks the REST interface as this person's browser may; the path begins with a slash. */
    public APIResponse get(String path) {
        return page.request().get(product.at("/api/v1" + path).toString());
    }

    /** Calls the REST interface with a body of JSON, or any other text. */
    public APIResponse call(String method, String path, String body) {
        return page.request()
                .fetch(
                        product.at("/api/v1" + path).toString(),
                        RequestOptions.create()
                                .setMethod(method)
                                .setHeader("X-CSRF-Token", csrfToken())
                                .setHeader("Content-Type", "application/json")
                                .setData(body));
    }

    /** What a page of ours repeats in a header to show that it is one of ours. */
    public String csrfToken() {
        return String.valueOf(page.locator("meta[name='csrf-token']").getAttribute("content"));
    }

    /** A ticket of the company, as the list tells about it. */
    public Map<String, Object> anyTicket() {
        if (object(get("/tickets")).get("tickets") instanceof List<?> list && !list.isEmpty()) {
            return typed((Map<?, ?>) list.getFirst());
        }
        throw new AssertionError("the company has no tickets");
    }

    /** The answer's JSON object. */
    public static Map<String, Object> object(APIResponse answer) {
        try {
            return JSON.std.mapFrom(answer.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer's JSON array of objects. */
    public static List<Map<String, Object>> list(APIResponse answer) {
        try {
            return ((List<?>) JSON.std.anyFrom(answer.text()))
                    .stream().map(one -> typed((Map<?, ?>) one)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // JSON's names are texts
    private static Map<String, Object> typed(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }
}
