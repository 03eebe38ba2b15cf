/** What the fix buttons do. */
export const fixWords = {
  otherwise: '「その他の場合」の道にする',
  dropCondition: '条件を消す',
  end: '終わりを足す',
  merge: '手前で道をまとめる',
  remove: '消す',
  work: '人の作業に変える',
  choice: '条件で分けるに変える',
  dropDefault: '「その他の場合」の印を消す',
  goesOn: '作業は続けたままにする',
} as const;
