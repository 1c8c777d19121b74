/** How a person wants to read: kept in their browser, shared by every widget and tool on the page. */
export interface DisplaySettings {
  readonly large: boolean;
  readonly contrast: boolean;
}

const KEY = "policy-chat:display";
const CHANGED = "policy-chat-display";

/** The kept settings; plain ones where nothing is kept or the browser keeps nothing for this site. */
export function loadDisplay(): DisplaySettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const { large, contrast } = (kept ?? {}) as Partial<Record<keyof DisplaySettings, unknown>>;
    return { large: large === true, contrast: contrast === true };
  } catch {
    return { large: false, contrast: false };
  }
}

/** Keeps the settings and tells everything on the page. */
export function changeDisplay(settings: DisplaySettings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage may be closed to embedded pages; the setting then holds until the page is left.
  }
  window.dispatchEvent(new CustomEvent<DisplaySettings>(CHANGED, { detail: settings }));
}

/** Calls back now and at every change until `signal` aborts. */
export function followDisplay(onChange: (settings: DisplaySettings) => void, signal: AbortSignal): void {
  onChange(loadDisplay());
  window.addEventListener(CHANGED, (event) => onChange((event as CustomEvent<DisplaySettings>).detail), { signal });
}

/** Mirrors the settings in attributes that style sheets read. */
export function markDisplay(target: HTMLElement, { large, contrast }: DisplaySettings): void {
  target.toggleAttribute("data-large", large);
  target.toggleAttribute("data-contrast", contrast);
}
