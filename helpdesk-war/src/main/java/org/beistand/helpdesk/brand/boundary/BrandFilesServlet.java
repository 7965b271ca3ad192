package org.beistand.helpdesk.brand.boundary;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves {@code /brand/<brand>/tokens.css} and {@code logo.svg}; what a brand lacks comes from the base. */
@WebServlet("/brand/*")
public class BrandFilesServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile("/([a-z0-9][a-z0-9-]{0,62})/(tokens\\.css|logo\\.svg)");
    private static final Map<String, String> TYPES =
            Map.of("tokens.css", "text/css;charset=UTF-8", "logo.svg", "image/svg+xml");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream file = open(path.group(1), path.group(2))) {
            response.setContentType(TYPES.get(path.group(2)));
            response.setHeader("Cache-Control", "max-age=300");
            // A logo opened by itself must not be able to run a script.
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            file.transferTo(response.getOutputStream());
        }
    }

    private static InputStream open(String brand, String file) {
        ClassLoader loader = BrandFilesServlet.class.getClassLoader();
        return Optional.ofNullable(loader.getResourceAsStream("themes/" + brand + "/" + file))
                .or(() -> Optional.ofNullable(loader.getResourceAsStream("themes/base/" + file)))
                .orElseGet(InputStream::nullInputStream);
    }
}
