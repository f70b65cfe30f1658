/**
 * The looks of mails. Colours stand in the elements as well, since some readers leave style sheets out; those for the dark
 * win over them where a reader knows of the dark.
 */
export const mailStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; width: 100%; -webkit-text-size-adjust: 100%; }
h1, h2, p, ul, li, td { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  .ground { background: #12171a !important; }
  .card { background: #1b2226 !important; border-color: #334046 !important; }
  .ink { color: #e8edec !important; }
  .soft { color: #a9b6b8 !important; }
  .alarm { border-color: #ffbf80 !important; }
  .calm { border-color: #6fd3b5 !important; }
  .button { background: #6fd3b5 !important; color: #0a1f1a !important; }
}
@media (max-width: 480px) {
  .card { padding: 16px !important; }
}
`
