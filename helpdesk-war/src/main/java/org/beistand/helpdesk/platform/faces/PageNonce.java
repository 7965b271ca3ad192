package org.beistand.helpdesk.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/**
 * The page's script nonce. PrimeFaces refuses a form that does not send it back, and adds it by script; a form that
 * must work without scripts carries {@code <input type="hidden" name="primefaces.nonce" value="#{pageNonce.value}"/>}.
 */
@Named
@RequestScoped
public class PageNonce {

    public String getValue() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }
}
