package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beistand.systemtests.browser.Chromium;
import org.beistand.systemtests.browser.Desk;
import org.beistand.systemtests.browser.Portal;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.ProductExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody hostile at every public door: with ids of another company, with scripts in every field, with files that are too
 * large or carry paths for names, without log-in, from a foreign page.
 */
@ExtendWith(ProductExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileDoorsST {
    private static final String SCRIPT =
            "<script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\">";

    private Product product;
    private Chromium chromium;
    private Desk maria;
    private Desk stranger;
    private String ticket = "";
    private String ticketId = "";

    @BeforeAll
    void open(Product running) {
        product = running;
        chromium = Chromium.start();
        maria = Desk.logIn(running, chromium.page("en-GB", 1400, 900), "maria.lindner", Product.DEMO_PASSWORD);
        // The master administrator's own account lives in the installation's first company, not in the demo company.
        stranger = Desk.logIn(running, chromium.page("en-GB", 1400, 900), "admin", Product.ADMIN_PASSWORD);
        Map<String, Object> first = maria.anyTicket();
        ticket = String.valueOf(first.get("number"));
        ticketId = String.valueOf(first.get("id"));
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void anotherCompanysIdsAreAnsweredLikeUnknownOnes() {
        Map<String, Object> session = Desk.object(maria.call("POST", "/tickets/" + ticket + "/sessions", "{}"));
        Map<String, Object> note =
                Desk.object(maria.call("POST", "/tickets/" + ticket + "/notes", "{\"text\":\"only for us\"}"));
        assertThat(note).containsKey("id");
        String file = attach("notes.txt", "secret".getBytes(StandardCharsets.UTF_8));
        for (String name : List.of(ticket, ticketId)) {
            Stream.of("", "/history", "/replies", "/notes", "/attachments", "/attachments/" + file, "/sessions")
                    .forEach(door -> isUnknown("GET", "/tickets/" + name + door, ""));
            isUnknown("PATCH", "/tickets/" + name, "{\"version\":0,\"subject\":\"mine\"}");
            isUnknown("POST", "/tickets/" + name + "/replies", "{\"text\":\"hello\"}");
            isUnknown("POST", "/tickets/" + name + "/notes", "{\"text\":\"hello\"}");
            isUnknown("POST", "/tickets/" + name + "/sessions", "{}");
        }
        String id = String.valueOf(session.get("id"));
        isUnknown("GET", "/sessions/" + id, "");
        isUnknown("POST", "/sessions/" + id + "/pin", "{}");
        isUnknown("POST", "/sessions/" + id + "/grants", "{}");
        isUnknown("POST", "/sessions/" + id + "/end", "{}");
        assertThat(page(stranger, "/desk/session/" + id)).isEqualTo(404);
        assertThat(page(stranger, "/desk/tickets/" + ticket)).isEqualTo(404);
        assertThat(maria.get("/sessions/" + id).text()).contains("REQUESTED");
        assertThat(maria.call("POST", "/sessions/" + id + "/end", "{}").ok()).isTrue();
    }

    @Test
    void anotherCompanysPinIsAnsweredLikeAWrongOne() {
        Map<String, Object> opened = Desk.object(maria.call("POST", "/tickets/" + ticket + "/sessions", "{}"));
        String pin = String.valueOf(opened.get("pin"));
        String wrong = pin.charAt(0) == '9' ? "1" + pin.substring(1) : "9" + pin.substring(1);
        assertThat(answerAtFirstCompany(pin)).isEqualTo(answerAtFirstCompany(wrong));
        Portal portal = Portal.open(product, chromium.page("en-GB", 900, 900));
        portal.enterPin(pin);
        assertThat(portal.text()).as("the right company's portal knows it").contains("Maria Lindner");
        maria.call("POST", "/sessions/" + opened.get("id") + "/end", "{}");
    }

    @Test
    void scriptsInEveryFieldStayText() {
        Page page = maria.page();
        maria.call("POST", "/tickets/" + ticket + "/replies", "{\"text\":\"" + escaped(SCRIPT) + "\"}");
        maria.call("POST", "/tickets/" + ticket + "/notes", "{\"text\":\"" + escaped(SCRIPT) + "\"}");
        Object version = Desk.object(maria.get("/tickets/" + ticket)).get("version");
        APIResponse changed = maria.call(
                "PATCH",
                "/tickets/" + ticket,
                "{\"version\":" + version + ",\"subject\":\"" + escaped(SCRIPT) + "\",\"description\":\""
                        + escaped(SCRIPT) + "\"}");
        assertThat(changed.status()).isEqualTo(200);
        attach("<img src=x onerror=alert(1)>.txt", new byte[] {1});
        for (String door : List.of("/desk/?list=all", "/desk/tickets/" + ticket)) {
            page.navigate(product.at(door).toString());
            assertThat(page.locator("main").innerText()).contains("document.title='hacked'");
            assertThat(page.title()).isNotEqualTo("hacked");
            assertThat(page.locator("img[src='x']").count()).isZero();
        }
        page.navigate(product.at("/desk/?q=%22%3E%3Cscript%3Edocument.title='hacked'%3C/script%3E")
                .toString());
        assertThat(page.title()).isNotEqualTo("hacked");
    }

    @Test
    void pathsInNamesOfAttachmentsLeadNowhere() {
        for (String name : List.of(
                "../../../../etc/passwd",
                "..\\..\\windows\\system.ini",
                "/etc/passwd",
                "a\u0000b.txt",
                "x\r\nSet-Cookie: a=b")) {
            String id = attach(name, "harmless".getBytes(StandardCharsets.UTF_8));
            if (!id.isEmpty()) {
                APIResponse download = maria.get("/tickets/" + ticket + "/attachments/" + id);
                assertThat(download.text()).isEqualTo("harmless");
                assertThat(download.headers().get("content-disposition"))
                        .startsWith("attachment")
                        .doesNotContain("/etc", "..", "\\windows");
                assertThat(download.headers().get("set-cookie")).isNull();
            }
        }
        assertThat(maria.get("/tickets/" + ticket + "/attachments/..%2f..%2f..%2fetc%2fpasswd")
                        .status())
                .isBetween(400, 404);
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        URI door = product.at("/api/v1/tickets/" + ticket + "/attachments?name=big.bin");
        String cookies = String.join(
                "; ",
                maria.page().context().cookies().stream()
                        .map(cookie -> cookie.name + "=" + cookie.value)
                        .toList());
        try (Socket socket = new Socket("localhost", door.getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST " + door.getRawPath() + "?" + door.getRawQuery() + " HTTP/1.1\r\nHost: localhost:"
                    + door.getPort() + "\r\nCookie: " + cookies + "\r\nX-CSRF-Token: " + maria.csrfToken()
                    + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 3000000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void withoutLogInNoDoorOpens() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String door : List.of("/tickets", "/tickets/" + ticket, "/sessions", "/me", "/tokens")) {
                assertThat(status(client, "GET", "/api/v1" + door)).as(door).isEqualTo(401);
            }
            assertThat(status(client, "POST", "/api/v1/engine/relays")).isEqualTo(401);
            assertThat(status(client, "POST", "/api/v1/engine/applet/grant")).isEqualTo(401);
            assertThat(status(client, "POST", "/api/v1/engine/applet/journal")).isEqualTo(401);
            assertThat(status(client, "GET", "/desk/")).isEqualTo(302);
            assertThat(status(client, "GET", "/admin/")).isEqualTo(302);
            assertThat(status(client, "GET", "/WEB-INF/web.xml")).isEqualTo(404);
        }
    }

    @Test
    void aForeignPageCanChangeNothing() {
        APIResponse withoutToken = maria.page()
                .request()
                .post(
                        product.at("/api/v1/tickets/" + ticket + "/notes").toString(),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"text\":\"forged\"}"));
        assertThat(withoutToken.status()).isEqualTo(403);
        APIResponse fromElsewhere = maria.page()
                .request()
                .post(
                        product.at("/api/v1/tickets/" + ticket + "/notes").toString(),
                        RequestOptions.create()
                                .setHeader("Origin", "https://evil.example")
                                .setHeader("X-CSRF-Token", maria.csrfToken())
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"text\":\"forged\"}"));
        assertThat(fromElsewhere.status()).isEqualTo(403);
        assertThat(maria.get("/tickets/" + ticket + "/notes").text()).doesNotContain("forged");
    }

    private void isUnknown(String method, String path, String body) {
        APIResponse answer = body.isEmpty() ? stranger.get(path) : stranger.call(method, path, body);
        assertThat(answer.status()).as(method + " " + path).isEqualTo(404);
        assertThat(answer.text()).as(path).doesNotContain("Lindner", "only for us", "secret");
    }

    private int page(Desk who, String path) {
        return who.page().request().get(product.at(path).toString()).status();
    }

    private String answerAtFirstCompany(String pin) {
        Page page = chromium.page("en-GB", 900, 900);
        page.navigate(product.at("/c/default/").toString());
        page.fill("#pin", pin);
        page.locator("#pin-form button[type='submit']").click();
        page.locator("#pin-problem").waitFor();
        return page.locator("main").innerText() + page.url();
    }

    /** The new attachment's id, empty when the name was refused. */
    private String attach(String name, byte[] content) {
        APIResponse answer = maria.page()
                .request()
                .post(
                        product.at("/api/v1/tickets/" + ticket + "/attachments").toString(),
                        RequestOptions.create()
                                .setQueryParam("name", name)
                                .setHeader("X-CSRF-Token", maria.csrfToken())
                                .setHeader("Content-Type", "text/html")
                                .setData(content));
        assertThat(answer.status()).as(name).isIn(201, 400, 422);
        return answer.status() == 201 ? String.valueOf(Desk.object(answer).get("id")) : "";
    }

    private int status(HttpClient client, String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(product.at(path))
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String escaped(String text) {
        return text.replace("\"", "\\\"");
    }
}
