"""Problems: batch."""

MESSAGES = {
    "submission_too_large": {
        "en": "The submission is larger than {limit_mb} MB, the limit for one.",
        "ms": "Penghantaran ini melebihi {limit_mb} MB, iaitu had bacaan bagi satu penghantaran.",
    },
    "submission_fault": {
        "en": "This is a bug in aiassess ({what}), met while this submission was scored. The others are not affected.",
        "ms": "Ini ialah kesilapan dalam aiassess ({what}), yang timbul semasa menilai penghantaran ini. Penghantaran lain tidak terjejas.",
    },
    "worker_died": {
        "en": "The process that scored this submission ended without a result each time it was tried: it was killed, or ran out of memory.",
        "ms": "Proses yang menilai penghantaran ini berakhir tanpa hasil setiap kali dicuba: dihentikan, atau kehabisan memori.",
    },
    "packed_cut_off": {
        "en": "The compressed file is cut off here; what follows is missing. Get the whole file.",
        "ms": "Fail mampat ini terpotong di sini; selebihnya tiada. Dapatkan fail yang lengkap.",
    },
    "packed_damaged": {
        "en": "The compressed file is damaged; nothing can be read from here on. Get it again.",
        "ms": "Fail mampat ini rosak; tiada apa-apa dapat dibaca mulai dari sini. Dapatkan semula fail itu.",
    },
    "packed_bomb": {
        "en": "The compressed file unpacks to more than {times} times its size; nothing more is read from it. Unpack it first if it is the right file.",
        "ms": "Fail mampat ini mengembang melebihi {times} kali saiznya; bacaan dihentikan. Nyahmampatkan fail ini dahulu jika fail inilah yang dimaksudkan.",
    },
    "file_changed": {
        "en": "The file became shorter while it was being read; nothing more can be read from it.",
        "ms": "Fail menjadi lebih pendek semasa dibaca; tiada lagi yang dapat dibaca daripadanya.",
    },
    "nothing_matches": {
        "en": "There is no such file, and nothing matches this pattern.",
        "ms": "Fail ini tiada, dan tiada apa-apa yang sepadan dengan corak ini.",
    },
    "no_table_ending": {
        "en": "The file's ending does not name a format. Use .csv, .xlsx, .jsonl or .parquet.",
        "ms": "Akhiran fail ini tidak menunjukkan format. Gunakan .csv, .xlsx, .jsonl atau .parquet.",
    },
    "no_such_table": {
        "en": "Unknown table “{found}”. Choose from: {known}.",
        "ms": "Jadual “{found}” tidak dikenali. Pilih daripada: {known}.",
    },
    "too_many_for_excel": {
        "en": "These are more than the {most} rows that a sheet of Excel can hold. Use .csv or .parquet for them. All rows are in this file, as JSON Lines.",
        "ms": "Baris ini melebihi {most}, iaitu had sehelai lembaran Excel. Gunakan .csv atau .parquet. Semua baris ada dalam fail ini, sebagai JSON Lines.",
    },
    "list_too_long_for_excel": {
        "en": "The list has more than the {most} rows that a sheet of Excel can hold. Give it a name that ends in .csv.",
        "ms": "Senarai ini melebihi {most} baris, iaitu had sehelai lembaran Excel. Beri nama yang berakhir dengan .csv.",
    },
    "parquet_missing": {
        "en": "Parquet needs a library that is not installed. Run: pip install pyarrow",
        "ms": "Parquet memerlukan pustaka yang belum dipasang. Jalankan: pip install pyarrow",
    },
    "dask_missing": {
        "en": "--scheduler needs a library that is not installed. Run: pip install distributed",
        "ms": "--scheduler memerlukan pustaka yang belum dipasang. Jalankan: pip install distributed",
    },
    "questionnaire_twice": {
        "en": "Two different questionnaires “{id}” of major version {major} are given. Give one.",
        "ms": "Dua soal selidik “{id}” versi utama {major} diberikan, dan kedua-duanya berbeza. Berikan satu sahaja.",
    },
    "jobs_number": {"en": "The number of jobs must be 1 or more.", "ms": "Bilangan proses mestilah 1 atau lebih."},
    "jobs_and_scheduler": {
        "en": "Give either --jobs or --scheduler: the scheduler knows its own workers.",
        "ms": "Berikan --jobs atau --scheduler, bukan kedua-duanya: penjadual mempunyai proses pekerjanya sendiri.",
    },
    "temporary_folder": {
        "en": "The system's folder for temporary files is full or cannot be written to ({reason}). Make room there.",
        "ms": "Folder fail sementara sistem penuh atau tidak dapat ditulis ({reason}). Kosongkan sebahagian ruangnya.",
    },
    "rows_not_written": {
        "en": "The rows cannot be written: {reason}. Those written before are complete.",
        "ms": "Baris tidak dapat ditulis: {reason}. Baris yang telah ditulis adalah lengkap.",
    },
    "rows_kept": {
        "en": "The rows written so far are complete. Once this is fixed, continue with: {command}",
        "ms": "Baris yang telah ditulis adalah lengkap. Setelah perkara ini dibaiki, sambung dengan: {command}",
    },
    "cannot_write_report": {
        "en": "The report cannot be written: {reason}.",
        "ms": "Laporan tidak dapat ditulis: {reason}.",
    },
    "run_interrupted": {
        "en": "There is an interrupted run here. Add --resume to continue it, or remove this file to start again.",
        "ms": "Terdapat larian yang terhenti di sini. Tambah --resume untuk menyambungnya, atau buang fail ini untuk bermula semula.",
    },
    "nothing_to_resume": {
        "en": "There is no interrupted run to continue: there is no record of one beside this file. Leave out --resume to start from the beginning.",
        "ms": "Tiada larian yang terhenti untuk disambung: tiada rekod larian disimpan di sisi fail ini. Buang --resume untuk membuatnya semula.",
    },
    "out_of_resources": {
        "en": "The system does not give this program any more files or memory: {reason}. Close other programs, or raise its limits (ulimit -n).",
        "ms": "Sistem tidak memberikan fail atau memori lagi kepada program ini: {reason}. Tutup program lain, atau naikkan hadnya (ulimit -n).",
    },
    "output_in_use": {
        "en": "Another run is writing this file now. Wait until it has ended, or choose another file.",
        "ms": "Larian lain sedang menulis fail ini. Tunggu sehingga larian itu tamat, atau berikan fail lain.",
    },
    "resume_needs_files": {
        "en": "Only a run from files to files can be resumed: not one that reads standard input or writes to standard output.",
        "ms": "Hanya larian daripada fail ke fail dapat disambung: bukan yang membaca input standard atau menulis ke output standard.",
    },
    "resume_differs": {
        "en": "The interrupted run was started with something else: {what}. Give the same as before, or remove this file to start again.",
        "ms": "Larian yang terhenti itu menggunakan tetapan lain: {what}. Berikan yang sama seperti dahulu, atau buang fail ini untuk bermula semula.",
    },
    "resume_inputs_changed": {
        "en": "The inputs have changed since the interrupted run. Remove this file to start again.",
        "ms": "Input tidak lagi sama dengan input larian yang terhenti. Buang fail ini untuk bermula semula.",
    },
    "not_a_journal": {
        "en": "This file was damaged, so the interrupted run cannot continue. Remove it to start again.",
        "ms": "Fail ini rosak, maka larian yang terhenti tidak dapat disambung. Buang fail ini untuk bermula semula.",
    },
    "asked_version": {"en": "the version of aiassess", "ms": "versi aiassess"},
    "asked_inputs": {"en": "the inputs", "ms": "input"},
    "asked_outputs": {"en": "the outputs", "ms": "output"},
    "asked_questionnaires": {"en": "the questionnaires", "ms": "soal selidik"},
    "asked_language": {"en": "the language", "ms": "bahasa"},
    "asked_fail_on": {"en": "--fail-on", "ms": "--fail-on"},
    "asked_latest": {"en": "--latest", "ms": "--latest"},
    "asked_summary": {
        "en": "`--summary`, `--due` or their day (`--as-of`)",
        "ms": "`--summary`, `--due` atau tarikhnya (`--as-of`)",
    },
    "asked_against": {"en": "--against", "ms": "--against"},
    "no_summary_ending": {
        "en": "The file's ending does not name a format for summaries. Use .md, .html or .json.",
        "ms": "Akhiran fail ini tidak menunjukkan format ringkasan. Gunakan .md, .html atau .json.",
    },
    "no_due_ending": {
        "en": "`--due` takes a list (.csv, .xlsx), a calendar (.ics), or a folder for both (a name that ends in /).",
        "ms": "`--due` memerlukan senarai (.csv, .xlsx), kalendar (.ics), atau folder bagi kedua-duanya (nama yang berakhir dengan /).",
    },
    "as_of_wrong": {
        "en": "`--as-of` must be a date such as 2026-11-21; found “{found}”.",
        "ms": "`--as-of` mestilah tarikh seperti 2026-11-21; yang diberikan ialah “{found}”.",
    },
    "set_aside_alone": {
        "en": "`--set-aside` lists what `--latest` does not keep. Add `--latest`.",
        "ms": "`--set-aside` menyenaraikan penghantaran yang tidak dikekalkan oleh `--latest`. Tambah `--latest`.",
    },
    "no_list_ending": {
        "en": "The file's ending does not name a format for a list. Use .csv or .jsonl.",
        "ms": "Akhiran fail ini tidak menunjukkan format senarai. Gunakan .csv atau .jsonl.",
    },
    "as_of_alone": {
        "en": "`--as-of` is the date of a summary or of what is due. Add `--summary FILE` or `--due FILE`.",
        "ms": "`--as-of` ialah tarikh bagi ringkasan atau senarai penilaian semula. Tambah `--summary FILE` atau `--due FILE`.",
    },
    "workers_die": {
        "en": "The processes that should score submissions end as soon as they start. Try --jobs 1, which does not need any.",
        "ms": "Proses yang sepatutnya menilai berakhir sebaik sahaja dimulakan. Cuba --jobs 1, yang tidak memerlukannya.",
    },
    "workers_not_started": {
        "en": "No process can be started to score the submissions: {reason}. Try --jobs 1, which does not need any.",
        "ms": "Tiada proses dapat dimulakan untuk menilai penghantaran: {reason}. Cuba --jobs 1, yang tidak memerlukannya.",
    },
    "register_other": {
        "en": "This page is no register of aiassess, and would be overwritten. Choose another folder for --register.",
        "ms": "Halaman ini bukan daftar aiassess, dan akan ditulis ganti. Pilih folder lain bagi --register.",
    },
    "workers_lost": {
        "en": "The connection to the workers was lost, so their results are lost as well.",
        "ms": "Sambungan kepada proses pekerja terputus, maka hasilnya turut hilang.",
    },
    "no_scheduler": {
        "en": "No Dask scheduler answers at this address ({reason}). Expected one such as tcp://host:8786.",
        "ms": "Tiada penjadual Dask yang menjawab di alamat ini ({reason}). Diperlukan: contohnya tcp://host:8786.",
    },
    "no_workers": {
        "en": "This scheduler has no workers. Start some with: dask worker ADDRESS",
        "ms": "Penjadual ini tiada proses pekerja. Mulakan beberapa dengan: dask worker ALAMAT",
    },
    "worker_setup": {
        "en": "The workers cannot be set up ({reason}). They need the same aiassess and the same Python as this machine.",
        "ms": "Proses pekerja tidak dapat disediakan ({reason}). Semuanya memerlukan aiassess dan Python yang sama seperti mesin ini.",
    },
    "worker_misses": {
        "en": "The worker {worker} cannot see this path. Inputs and --reports must be on storage that all workers share, under the same path.",
        "ms": "Proses pekerja {worker} tidak dapat mencapai laluan ini. Input dan --reports mesti berada pada storan yang dikongsi oleh semua proses pekerja, pada laluan yang sama.",
    },
    "other_worker_version": {
        "en": "A worker has version {found} of aiassess; {expected} is needed. Install the same version on all.",
        "ms": "Satu proses pekerja menggunakan aiassess versi {found}; versi {expected} diperlukan. Pasang versi yang sama pada semua.",
    },
}
