// SPDX-License-Identifier: MIT

const key = "relata-theme";

/** Light or dark: as the system says, until the switch is used. */
export function createTheme(store, button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
    store.set({ theme });
  };
  apply(chosen() ?? (system.matches ? "dark" : "light"));
  system.addEventListener("change", () => { if (!chosen()) apply(system.matches ? "dark" : "light"); });
  button.addEventListener("click", () => {
    const theme = store.get().theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(key, theme);
    } catch {
      // A page opened from a file may have no storage: then the choice lasts as long as the page.
    }
    apply(theme);
  });
}

function chosen() {
  try {
    const theme = localStorage.getItem(key);
    return theme === "dark" || theme === "light" ? theme : null;
  } catch {
    return null;
  }
}
