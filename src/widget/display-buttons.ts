import { changeDisplay, type DisplaySettings, followDisplay } from "./display-settings.js";
import { button } from "./dom.js";
import { wording } from "./wording.js";

/** The two toggles for large type and high contrast; `onChange` hears the settings now and whenever they change. */
export function createDisplayButtons(
  className: string,
  onChange: (settings: DisplaySettings) => void,
  signal: AbortSignal,
): HTMLButtonElement[] {
  let current: DisplaySettings = { large: false, contrast: false };
  const large = button(wording.large, className, () => changeDisplay({ ...current, large: !current.large }));
  const contrast = button(wording.contrast, className, () =>
    changeDisplay({ ...current, contrast: !current.contrast }),
  );
  followDisplay((settings) => {
    current = settings;
    large.setAttribute("aria-pressed", String(settings.large));
    contrast.setAttribute("aria-pressed", String(settings.contrast));
    onChange(settings);
  }, signal);
  return [large, contrast];
}
