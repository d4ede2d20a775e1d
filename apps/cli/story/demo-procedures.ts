/** The procedure that the demonstration plays: today's version. */
export const DEMO_PROCEDURE = 'aggregated-news-licence';

/** By which the holder of a licence asks for more years. */
export const EXTENSION_PROCEDURE = 'aggregated-news-extension';

/** A press agency of the province asks for the same; the ministry decides. */
export const LOCAL_PRESS_PROCEDURE = 'aggregated-news-local-press';

/** The same procedure with limits of seconds, so that one can watch time pass: reminders, silence of an agency, lateness. */
export const HASTY_PROCEDURE = 'aggregated-news-licence-hasty';
