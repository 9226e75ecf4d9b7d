// What `sensor help` explains beside the usage of each command.
// SPDX-License-Identifier: EUPL-1.2
import { runLimits } from '../run/limits.ts'
import { ruleLevels } from '../sigma/rule.ts'

export const explanations = `
--rules          a folder of Sigma rules, such as a copy of github.com/SigmaHQ/sigma, or one file; may be named again
--level          the lowest level told: ${ruleLevels.join(', ')}
--config         sensor.yaml; words of the command line stand over it (docs/operating/sensor.md)
--state          the folder of what the sensor remembers; its pack in force is used, also by scan
--health         the sensor's own rules for records, images and interfaces
--context        a folder of extracts of staff, rosters and appointments
--indicators     a list or set of indicators; may be named again
--time-zone      the zone of logs that write local time
--workers        threads that read at the same time, 1 to ${runLimits.maxWorkers}; usually one for each ${runLimits.bytesOfWorker / 1_048_576} MiB, at most ${runLimits.maxUsualWorkers}, and one
                 processor is left free; each has the rules in its own memory; findings are the same for any number
--once           the same rule on the same asset in the same hour is told once
--placeholders   a YAML or JSON file with the values of %names% in rules
--json           one JSON object a finding on the output, the summary as one object on the error output

scan ends with 0 if all could be looked at, 1 if a path, file, folder or rule file could not be read, 2 if the words
are not understood, 130 if it was stopped. Findings do not change it. watch ends with 0 when it was stopped in good order.
status ends with 0 if the sensor runs and can write, and with 1 otherwise.
`
