package org.beistand.helpdesk.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the helpdesk's doors: keeps cookies like a browser, never follows a redirect by itself. */
public final class Visitor {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]*)\"");
    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]*)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private Visitor(URI base) {
        this.base = base;
    }

    static Visitor of(Helpdesk helpdesk) {
        return new Visitor(helpdesk.base());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<byte[]> download(String path, String... headers) {
        return send(request(path, headers).GET(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postBytes(String path, String contentType, byte[] body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** A call with bytes, any method. */
    public HttpResponse<String> bytes(String method, String path, byte[] body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/octet-stream")
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    /** A call with a JSON body, any method. */
    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        return post(path, "application/x-www-form-urlencoded", encode(fields), headers);
    }

    /** Fills in and submits a Faces form as a browser would: opens the page first, for its view state. */
    public HttpResponse<String> submit(String page, String form, Map<String, String> fields, String... headers) {
        String opened = get(page).body();
        Matcher state = VIEW_STATE.matcher(opened);
        if (!state.find()) {
            throw new IllegalStateException("No form on " + page);
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(form, form);
        all.put("jakarta.faces.ViewState", state.group(1));
        Matcher nonce = NONCE.matcher(opened);
        if (nonce.find()) {
            all.put("primefaces.nonce", nonce.group(1));
        }
        return form(page, all, headers);
    }

    /** @throws IllegalStateException when the login is refused */
    public Visitor signIn(String loginName, String password) {
        HttpResponse<String> answer = trySignIn(loginName, password);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("Login of " + loginName + " refused: " + answer.body());
        }
        return this;
    }

    public HttpResponse<String> trySignIn(String loginName, String password, String... headers) {
        return submit(
                "/login",
                "login",
                Map.of("login:name", loginName, "login:password", password, "login:enter", ""),
                headers);
    }

    /** What scripts of our pages put into {@code X-CSRF-Token}. */
    public String csrfToken() {
        Matcher token = CSRF.matcher(get("/desk/").body());
        if (!token.find()) {
            throw new IllegalStateException("Not signed in");
        }
        return token.group(1);
    }

    /** The value of the session cookie, or empty. */
    public String sessionCookie() {
        return cookie("beistand");
    }

    /** A cookie's value; nothing when there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .collect(Collectors.joining());
    }

    /** Comes as to a helpdesk that has started anew, or to another node: none of them knows the session's id. */
    public void forgetSession() {
        List<java.net.HttpCookie> session = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("beistand"))
                .toList();
        session.forEach(cookie -> cookies.getCookieStore().remove(base, cookie));
    }

    boolean answers(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
