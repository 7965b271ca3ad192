// The page template moves scripts to the end and only knows classic ones; this one fetches the modules.
import(new URL("ticket.js", document.currentScript.src).href);
