import { mailStyle } from './mail-style.ts'
import type { ToldMail, ToldSection } from './told-mail.ts'

const FONT = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

/** A mail as HTML: no picture, no script, nothing from elsewhere; one table, for readers that know no widths. */
export function MailBody({ language, subject, title, lead, sections, link, footer }: ToldMail) {
  const lang = language === 'fr' ? 'fr-CA' : 'en'
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: mailStyle }} />
      </head>
      <body class="ground" style={`margin:0;padding:0;background:#f5f6f3;font-family:${FONT}`}>
        <table
          role="presentation"
          class="ground"
          width="100%"
          cellPadding="0"
          cellSpacing="0"
          style="background:#f5f6f3"
        >
          <tr>
            <td align="center" style="padding:16px 8px">
              <main
                lang={lang}
                class="card ink"
                style="max-width:600px;margin:0 auto;padding:24px;text-align:left;background:#ffffff;color:#1a2326;border:1px solid #d8deda;border-radius:8px;font-size:16px;line-height:1.5"
              >
                <h1 class="ink" style="margin:0 0 8px;font-size:24px;line-height:1.25;color:#1a2326">
                  {title}
                </h1>
                <p class="soft" style="margin:0 0 24px;color:#526065">
                  {lead}
                </p>
                {sections.map((section) => (
                  <Section {...section} />
                ))}
                <p style="margin:0 0 8px">
                  <a
                    class="button"
                    href={link.address}
                    target="_blank"
                    style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0b5c4a;color:#ffffff;font-weight:600;text-decoration:none"
                  >
                    {link.label}
                  </a>
                </p>
                <p class="soft" style="margin:0 0 24px;color:#526065;font-size:14px">
                  {link.means}
                </p>
                {footer.map((text) => (
                  <p class="soft" style="margin:0 0 4px;color:#526065;font-size:14px">
                    {text}
                  </p>
                ))}
              </main>
            </td>
          </tr>
        </table>
      </body>
    </html>
  )
}

function Section({ heading, isAlarm, paragraphs, lines, step }: ToldSection) {
  const [kind, colour] = isAlarm ? ['alarm', '#8a3b00'] : ['calm', '#0b5c4a']
  return (
    <div class={kind} style={`margin:0 0 24px;padding:0 0 0 12px;border-left:4px solid ${colour}`}>
      {heading !== null && (
        <h2 class="ink" style="margin:0 0 4px;font-size:18px;line-height:1.3;color:#1a2326">
          {heading}
        </h2>
      )}
      {paragraphs.map((text) => (
        <p class="ink" style="margin:0 0 4px;color:#1a2326">
          {text}
        </p>
      ))}
      {lines.length > 0 && (
        <ul style="margin:0 0 4px;padding:0 0 0 20px">
          {lines.map((line) => (
            <li class="ink" dir="auto" style="margin:0;color:#1a2326">
              {line}
            </li>
          ))}
        </ul>
      )}
      {step !== null && (
        <p class="ink" style="margin:0;color:#1a2326;font-weight:600">
          {step}
        </p>
      )}
    </div>
  )
}
