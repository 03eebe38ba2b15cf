/** Every Japanese word that the diagrams show. */
export const words = {
  diagram: '手順の図',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fit: '全体を表示',
  toCurrent: 'いまの作業へ',
  keys: '図を選んで、矢印キーで移動、+ と - で拡大・縮小、0 で全体を表示します。',
  loading: '図を読み込んでいます。',
  failed: '図を読み込めませんでした。ページを読み直してください。',
  current: 'いま',
  done: '済',
  stuck: '止まっています',
  added: '追加',
  removed: '削除',
  changed: '変更',
  toChange: '変わるところへ',
  times: (word: string, count: number): string => (count > 1 ? `${word} ×${count}` : word),
} as const;
