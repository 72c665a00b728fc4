import { Command, CommanderError, Option } from 'commander'
import { formats } from '@/lib/export/options'
import { roles } from '@/lib/users/schema'
import type { Done } from './cli/run'

const teduh = new Command('teduh')
  .description('The operator’s command line. Every verb makes and migrates the data folder first, and works while the server runs.')
  .option('--json', 'print one line of JSON instead of a sentence')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(oneSentence(text)) })
  .helpCommand(false)

const wish = () => teduh.opts<{ json?: boolean }>()

/**
 * A verb's action. What it works with is loaded when it is asked for: the others need not wait for it. It gets the
 * verb's own arguments and options.
 */
function does<Args extends unknown[]>(load: () => Promise<(...args: Args) => Promise<Done>>, how: { json?: false; onDataAsIs?: true } = {}) {
  return async (...args: Args) => {
    const { run } = await import('./cli/run')
    await run(async () => (await load())(...args), { ...wish(), ...how })
  }
}

teduh
  .command('migrate')
  .description('bring the database to this version')
  .action(async () => {
    const { run } = await import('./cli/run')
    await run(async ({ applied, backup }) => {
      const text = applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.'
      return { text: backup ? `${text} A copy from before is ${backup}.` : text, json: { applied, backup } }
    }, wish())
  })

const user = teduh.command('user').description('people')
user
  .command('create')
  .description('make a person; without a password, print a link at which they choose one')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .addOption(new Option('--role <role>').choices(roles).makeOptionMandatory())
  .option('--password-stdin', 'read the password from the first line of stdin')
  .action(does(async () => (await import('./cli/users')).createPerson))
user
  .command('reset')
  .description('print a link at which a person chooses a new password')
  .requiredOption('--email <address>')
  .option('--password-stdin', 'set the password from the first line of stdin instead')
  .addOption(new Option('--totp <off>', 'off: ask for no sign-in code any more, when the phone is lost').choices(['off']))
  .addOption(new Option('--passkeys <off>', 'off: take all passkeys away').choices(['off']))
  .action(does(async () => (await import('./cli/users')).resetPerson))

const post = teduh.command('post').description('posts')
post
  .command('publish')
  .argument('<file>', 'Markdown with front matter: title, nats, bacaan, doa, pertanyaan, lagu, labels, date, author …')
  .description('publish a Markdown file as a new post and print its address')
  .action(does(async () => (await import('./cli/posts')).publish))

teduh
  .command('import')
  .argument('<file>', 'an export of Blogger (XML, feed.atom or the Takeout archive), WordPress (WXR) or Ghost (JSON)')
  .description('bring a blog in; doing it again goes on where it stopped, and a newer export adds what changed')
  .option('--dry-run', 'say what would come, and change nothing')
  .option('--overwrite', 'let the file win also where a post was edited here since')
  .action(does(async () => (await import('./cli/import')).bringFileIn))

// What the import room asks for; the server runs it beside itself.
teduh.command('import-run <id>', { hidden: true }).action(does(async () => (await import('./cli/import')).performRoomRun))
teduh.command('pictures-run', { hidden: true }).action(does(async () => (await import('./cli/import')).fetchDuePictures))

const comments = teduh.command('comments').description('the spam filter')
comments
  .command('classify')
  .argument('<file>', 'lines of {"id", "name", "text"}')
  .description('print a line {"id", "decision": "publish" | "hold" | "spam", "reasons"} for each comment of a file')
  .action(does(async () => (await import('./cli/comments')).classifyFile, { json: false }))
comments.command('figures').description('how well the filter tells comments that it has never seen').action(does(async () => (await import('./cli/comments')).printFigures))

const person = teduh.command('person').description('what is kept of people who comment')
person
  .command('export')
  .description('print everything that is kept of whoever commented from an address')
  .requiredOption('--email <address>')
  .action(does(async () => (await import('./cli/person')).printPerson))
person
  .command('erase')
  .description('remove all of it; a comment that was answered leaves an empty place')
  .requiredOption('--email <address>')
  .action(does(async () => (await import('./cli/person')).erasePersonsData))

const views = teduh.command('views').description('readers counted')
views.command('check').description('compare the sums that rankings read with the daily rows').action(does(async () => (await import('./cli/views')).checkViews))
views.command('rebuild').description('make those sums anew').action(does(async () => (await import('./cli/views')).rebuildViews))

teduh
  .command('export')
  .argument('<folder>', 'where to write it')
  .addOption(new Option('--format <format>', 'a Blogger feed.atom, a WordPress WXR, everything as JSON, or the site as static files').choices(formats).makeOptionMandatory())
  .option('--drafts', 'also drafts, and what is planned, withdrawn or in the trash')
  .option('--private', 'also e-mail addresses, and comments that wait')
  .description('take the blog out in a form that others read')
  .action(does(async () => (await import('./cli/export')).takeOut))
teduh
  .command('backup')
  .argument('[file]', 'where to write it; outside anything that is served')
  .option('--verify', 'restore the backup <file> into a scratch place instead, and compare')
  .addOption(new Option('--daily', 'one of those that the server makes every day, proven and the oldest let go').hideHelp())
  .description('write database, uploads and settings into one file, as they are at one moment')
  .action(does(async () => (await import('./cli/backup')).backUp))
teduh
  .command('restore')
  .argument('<file>', 'a backup, of either engine and of this or an older version')
  .description('put a backup into an empty place: the data folder or database that the environment names')
  .action(does(async () => (await import('./cli/backup')).putBack, { onDataAsIs: true }))

const sample = teduh.command('sample').description('sample content')
sample.command('load').description('put the sample content in').action(does(async () => (await import('./cli/sample')).putSampleIn))
sample
  .command('clear')
  .description('remove all sample content and nothing else')
  .option('--force', 'also the posts that somebody has commented on or changed')
  .action(does(async () => (await import('./cli/sample')).takeSampleOut))

try {
  await teduh.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // Help that was asked for is an answer; a command that cannot be understood is 2, one that failed 1.
  process.exitCode = error.exitCode === 0 ? 0 : 2
}

function oneSentence(text: string): string {
  const line = text.replace(/^error: /, '').trim().replace(/\s*\n\s*/g, ' ')
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.?)]$/.test(line) ? '' : '.'}\n`
}
