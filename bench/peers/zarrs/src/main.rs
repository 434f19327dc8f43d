//! One turn of zarrs: does the tasks of a plan as dev.espalier.bench.process.ArrayTurn does them.
//!
//! Usage: zarrs-turn PLAN. Prints a line of JSON for each task. What is read is compared in full,
//! outside of the time that is taken.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};
use unsafe_cell_slice::UnsafeCellSlice;
use zarrs::array::{
    Array, ArrayBytesDecodeIntoTarget, ArrayBytesFixedDisjointView, ArrayMetadata, ArrayShardedReadableExt,
    ArrayShardedReadableExtCache, ArraySubset,
};
use zarrs::filesystem::FilesystemStore;

type Outcome<T> = Result<T, Box<dyn Error>>;
type Opened = Array<FilesystemStore>;

struct Rule {
    warmup_runs: usize,
    warmup_seconds: f64,
    runs: usize,
    seconds: f64,
    most_runs: usize,
}

impl Rule {
    fn of(plan: &Value) -> Option<Rule> {
        let rule = &plan["rule"];
        Some(Rule {
            warmup_runs: rule["warmup_runs"].as_u64()? as usize,
            warmup_seconds: rule["warmup_seconds"].as_f64()?,
            runs: rule["runs"].as_u64()? as usize,
            seconds: rule["seconds"].as_f64()?,
            most_runs: rule["most_runs"].as_u64()? as usize,
        })
    }

    /// The same rule as in dev.espalier.bench.turn.Rule; a run gives how long it took.
    fn sample(&self, mut run: impl FnMut() -> Outcome<f64>) -> Outcome<Vec<f64>> {
        let (mut passed, mut done) = (0.0, 0);
        while !(done >= self.warmup_runs && passed >= self.warmup_seconds) {
            passed += run()?;
            done += 1;
        }
        let mut samples: Vec<f64> = vec![];
        while !(samples.len() >= self.runs
            && (samples.iter().sum::<f64>() >= self.seconds || samples.len() >= self.most_runs))
        {
            samples.push(run()?);
        }
        Ok(samples)
    }

    /// The same as in dev.espalier.bench.turn.Sampler.
    fn sample_passes(&self, mut pass: impl FnMut() -> Outcome<Vec<f64>>) -> Outcome<Vec<f64>> {
        let (mut passed, mut done) = (0.0, 0);
        while !(done >= self.warmup_runs && passed >= self.warmup_seconds) {
            passed += pass()?.iter().sum::<f64>();
            done += 1;
        }
        let mut medians = vec![];
        passed = 0.0;
        while !(medians.len() >= self.runs && (passed >= self.seconds || medians.len() >= self.most_runs)) {
            let mut times = pass()?;
            passed += times.iter().sum::<f64>();
            times.sort_by(f64::total_cmp);
            medians.push(times[times.len() / 2]);
        }
        Ok(medians)
    }
}

struct Jobs {
    rule: Rule,
    elements: Vec<u16>,
    chunk_order: Vec<Vec<u64>>,
}

impl Jobs {
    fn run(&self, task: &Value) -> Outcome<Option<Value>> {
        let store = Path::new(task["store"].as_str().ok_or("no store")?);
        match task["job"].as_str().ok_or("no job")? {
            "write" => Ok(Some(json!({"samples": self.write(&task["case"], store)?}))),
            "read-fresh" => Ok(Some(json!({"samples": self.read_fresh(store)?}))),
            "read-reused" => Ok(Some(json!({"samples": self.read_reused(store)?}))),
            "chunk-fresh" => Ok(Some(json!({"samples": self.chunks(store)?}))),
            "once" => {
                read_all(&open(store)?)?;
                Ok(None)
            }
            "verify" => {
                self.compare(&read_all(&open(store)?)?, store)?;
                Ok(Some(json!({"equal": true})))
            }
            job => Err(format!("no job {job}").into()),
        }
    }

    fn write(&self, case: &Value, store: &Path) -> Outcome<Vec<f64>> {
        let samples = self.rule.sample(|| {
            if store.exists() {
                fs::remove_dir_all(store)?;
            }
            let start = Instant::now();
            let metadata: ArrayMetadata = serde_json::from_value(case["document"].clone())?;
            let array = Array::new_with_metadata(Arc::new(FilesystemStore::new(store)?), "/", metadata)?;
            array.store_metadata()?;
            array.store_array_subset(&array.subset_all(), &self.elements[..])?;
            Ok(start.elapsed().as_secs_f64())
        })?;
        self.compare(&read_all(&open(store)?)?, store)?;
        Ok(samples)
    }

    fn read_fresh(&self, store: &Path) -> Outcome<Vec<f64>> {
        let array = open(store)?;
        self.rule.sample(|| {
            let start = Instant::now();
            let output = read_all(&array)?;
            let took = start.elapsed().as_secs_f64();
            self.compare(&output, store)?;
            Ok(took)
        })
    }

    fn read_reused(&self, store: &Path) -> Outcome<Vec<f64>> {
        let array = open(store)?;
        let mut output = vec![0u8; 2 * self.elements.len()];
        self.rule.sample(|| {
            // What an earlier run left must not pass for what this one reads.
            output.fill(0x55);
            let start = Instant::now();
            read_into(&array, &array.subset_all(), array.shape(), &mut output)?;
            let took = start.elapsed().as_secs_f64();
            let same = output.chunks_exact(2).zip(&self.elements).all(|(pair, e)| pair == e.to_le_bytes());
            if same { Ok(took) } else { Err(format!("other elements in {}", store.display()).into()) }
        })
    }

    /// Each sample is the median over all chunks, each read once since the array was opened.
    fn chunks(&self, store: &Path) -> Outcome<Vec<f64>> {
        self.rule.sample_passes(|| {
            let array = open(store)?;
            let cache = ArrayShardedReadableExtCache::new(&array);
            let chunk = inner_chunk(&array)?;
            let mut times = vec![];
            for start in &self.chunk_order {
                let box_ = ArraySubset::new_with_start_shape(start.clone(), chunk.clone())?;
                let began = Instant::now();
                let read: Vec<u16> = array.retrieve_array_subset_sharded_opt(&cache, &box_, &Default::default())?;
                times.push(began.elapsed().as_secs_f64());
                self.compare_box(&read, array.shape(), start, &chunk)?;
            }
            Ok(times)
        })
    }

    fn compare(&self, output: &[u16], store: &Path) -> Outcome<()> {
        if output == self.elements { Ok(()) } else { Err(format!("other elements in {}", store.display()).into()) }
    }

    fn compare_box(&self, read: &[u16], shape: &[u64], start: &[u64], chunk: &[u64]) -> Outcome<()> {
        let row = chunk[2] as usize;
        for (number, found) in read.chunks_exact(row).enumerate() {
            let (z, y) = (number as u64 / chunk[1] + start[0], number as u64 % chunk[1] + start[1]);
            let at = ((z * shape[1] + y) * shape[2] + start[2]) as usize;
            if found != &self.elements[at..at + row] {
                return Err(format!("other elements at {start:?}").into());
            }
        }
        Ok(())
    }
}

fn open(store: &Path) -> Outcome<Opened> {
    Ok(Array::open(Arc::new(FilesystemStore::new(store)?), "/")?)
}

fn read_all(array: &Opened) -> Outcome<Vec<u16>> {
    Ok(array.retrieve_array_subset(&array.subset_all())?)
}

fn read_into(array: &Opened, subset: &ArraySubset, shape: &[u64], output: &mut [u8]) -> Outcome<()> {
    let whole = ArraySubset::new_with_shape(shape.to_vec());
    // SAFETY: there is no other view of these bytes.
    let mut view =
        unsafe { ArrayBytesFixedDisjointView::new(UnsafeCellSlice::new(output), 2, shape, whole)? };
    array.retrieve_array_subset_into(subset, ArrayBytesDecodeIntoTarget::Fixed(&mut view))?;
    Ok(())
}

fn inner_chunk(array: &Opened) -> Outcome<Vec<u64>> {
    use zarrs::array::ArrayShardedExt;
    let shape = array.subchunk_shape().ok_or("no shards")?;
    Ok(shape.iter().map(|extent| extent.get()).collect())
}

fn main() -> Outcome<()> {
    let file = std::env::args().nth(1).ok_or("usage: zarrs-turn PLAN")?;
    let plan: Value = serde_json::from_slice(&fs::read(file)?)?;
    let threads = plan["threads"].as_u64().ok_or("no threads")? as usize;
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global()?;
    zarrs::config::global_config_mut().set_codec_concurrent_target(threads);
    let elements = match plan["elements"].as_str() {
        Some(path) => fs::read(path)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect(),
        None => vec![],
    };
    let chunk_order = serde_json::from_value(plan["chunk_order"].clone())?;
    let jobs = Jobs { rule: Rule::of(&plan).ok_or("no rule")?, elements, chunk_order };
    for task in plan["tasks"].as_array().ok_or("no tasks")? {
        if let Some(mut told) = jobs.run(task)? {
            told["engine"] = json!("zarrs");
            told["label"] = task["label"].clone();
            told["runtime"] = json!("zarrs 0.23.14");
            println!("{told}");
        }
    }
    Ok(())
}
