#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander'
import { runCheck } from './commands/check.ts'
import { runConfig } from './commands/config.ts'
import { runCoverage } from './commands/coverage.ts'
import { type DiagnoseOptions, runDiagnose } from './commands/diagnose.ts'
import { runBackup, runRestore } from './commands/backup.ts'
import { runKeysCreate, runKeysList, runKeysRevoke, runRotateSecrets } from './commands/keys.ts'
import { runItems } from './commands/items.ts'
import type { SandboxOptions } from './commands/sandbox.ts'
import { runServer } from './commands/serve.ts'
import { runWorker } from './commands/worker.ts'
import { languages } from './domain/language.ts'
import { recordTypes } from './domain/record-type.ts'
import { roles } from './domain/role.ts'
import { root } from './root.ts'

const language = () =>
  new Option('--lang <language>', 'language of the answer').choices(languages).default('en')

const program = new Command('syncdoctor').description(
  'Diagnoses QuickBooks Online sync failures, explains them, and fixes them safely.',
)

program
  .command('diagnose')
  .description('tell which error a text is; exit code 0 if it is recognized, 2 if not')
  .argument('[file]', 'file with the text, - for standard input', '-')
  .addOption(new Option('--record-type <type>', 'what was being synced').choices(recordTypes))
  .addOption(language())
  .addOption(new Option('--format <format>').choices(['text', 'json', 'markdown']).default('text'))
  .action((file: string, options: DiagnoseOptions) => runDiagnose(file, options))

program
  .command('items')
  .description('list the error table')
  .addOption(language())
  .option('--json', 'as the API answers it')
  .action(runItems)

program
  .command('check')
  .description('check rules, articles and cases; list every fault and exit with 1 if there is one')
  .option('--root <folder>', 'the folder that holds rules/, kb/ and test/cases/', root)
  .option('--json', 'as a JSON array')
  .action(runCheck)

program
  .command('coverage')
  .description('tell how much of many failures, one a line on standard input, is recognized')
  .option('--json', 'with drafts of rules and cases for what is not')
  .action(runCoverage)

const keys = program
  .command('keys')
  .description('make, list and revoke keys of the API; change the key that seals secrets')
keys
  .command('create')
  .description('make a key and show it, this once')
  .addOption(new Option('--role <role>', 'what it may do').choices(roles).makeOptionMandatory())
  .option('--firm <id>', 'only for this firm; without it, for all')
  .option('--days <number>', 'how long it works; without it, until it is revoked', wholeNumber)
  .option('--json', 'as JSON')
  .action(runKeysCreate)
keys.command('list').description('list all keys').option('--json', 'as JSON').action(runKeysList)
keys.command('revoke').description('take a key out of use').argument('<id>').action(runKeysRevoke)
keys
  .command('rotate-secrets')
  .description('seal the tokens of all connections with the first key of SECRET_KEY')
  .option('--json', 'as JSON')
  .action(runRotateSecrets)

program
  .command('backup')
  .description('write all that is kept to a file, also while the service runs')
  .argument('<file>')
  .action(runBackup)
program
  .command('restore')
  .description('read a backup into an empty storage')
  .argument('<file>')
  .action(runRestore)

program
  .command('config')
  .description('print the effective configuration, secrets masked')
  .action(() => runConfig(process.env))

program
  .command('serve')
  .description('serve the API and the pages')
  .action(() => runServer(process.env))

program
  .command('worker')
  .description('perform actions, beside the server and any number of its like')
  .action(() => runWorker(process.env))

program
  .command('sandbox')
  .description('serve a stand-in for QuickBooks to try things on, with companies that are made up')
  .option('--port <number>', 'where it listens on this machine; 0 takes a free port', portNumber, 3100)
  .option('--data <folder>', 'where its books are kept; without it, they are forgotten at the end')
  .option('--json', 'what a client needs, as one line of JSON')
  .action(async (options: SandboxOptions) => {
    // No other command needs a web server to start with.
    const { runSandbox } = await import('./commands/sandbox.ts')
    await runSandbox(options)
  })

function portNumber(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/u.test(text) || port > 65_535) throw new InvalidArgumentError('It must be 0 to 65535.')
  return port
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/u.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return Number(text)
}

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
