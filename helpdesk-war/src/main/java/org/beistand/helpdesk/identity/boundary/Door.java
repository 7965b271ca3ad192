package org.beistand.helpdesk.identity.boundary;

import jakarta.servlet.http.HttpServletRequest;

/** Which of the house's doors a request knocks at. */
enum Door {
    /** Technicians' pages. */
    DESK,
    /** Administrators' pages. */
    ADMIN,
    /** Anybody: portal, login, REST (which checks for itself). */
    PUBLIC,
    /**
     * Style sheets, scripts and pictures, and what operators read: no caller, no company. Health must answer above all
     * when the database does not.
     */
    RESOURCE;

    static Door of(HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.startsWith("/jakarta.faces.resource/") || path.startsWith("/brand/") || path.endsWith(".css")) {
            return RESOURCE;
        }
        if (isWithin(path, "/health") || isWithin(path, "/metrics") || isWithin(path, "/openapi")) {
            return RESOURCE;
        }
        if (isWithin(path, "/desk") || isWithin(path, "/monitor") || isWithin(path, "/account")) {
            return DESK;
        }
        return isWithin(path, "/admin") ? ADMIN : PUBLIC;
    }

    private static boolean isWithin(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
