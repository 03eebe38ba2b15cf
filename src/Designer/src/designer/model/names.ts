/**
 * A name as formulas read it (Lexer.ReadName in src/Workflows): letters of any script, digits behind them; the wide forms of a Japanese keyboard are none.
 * For the body of a regular expression with the flag u.
 */
export const namePattern = '(?![！-～])[\\p{L}_\\u{10000}-\\u{10FFFF}](?:(?![！-～])[\\p{L}\\p{Mn}_0-9\\u{10000}-\\u{10FFFF}])*';
