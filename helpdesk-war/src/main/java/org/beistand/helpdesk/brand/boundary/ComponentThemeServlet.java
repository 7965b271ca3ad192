package org.beistand.helpdesk.brand.boundary;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Serves {@code /brand/components.css}, the same for every brand, because it only names tokens. */
@WebServlet("/brand/components.css")
public class ComponentThemeServlet extends HttpServlet {

    private final byte[] css = ComponentTheme.css().getBytes(StandardCharsets.UTF_8);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=3600");
        response.setContentLength(css.length);
        response.getOutputStream().write(css);
    }
}
