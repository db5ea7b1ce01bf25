// What the buttons of a page say when something goes wrong.
import { say } from "../view/strings.js";

/** The words for an error: those of its code, where it has one. */
export const fault = ({ code, value }) => say(code ?? "didNotWork", value ?? "");

/** Does what a button is for, and says what went wrong. */
export const trying = (tell, act) => async (...values) => {
  try {
    return await act(...values);
  } catch (error) {
    tell(fault(error));
  }
};
