//! Leptos's signals, memos and effects, with one type inside.
//!
//! The reactive graph compiles all its code anew for every type that is put into it, a kilobyte and a half for each.
//! Here every value lies behind one pointer, so the code is there once; the names and the ways are Leptos's own.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude as native;
use leptos::prelude::{Get, GetUntracked, LocalStorage, Set, StoredValue};
use leptos::reactive::effect::RenderEffect;

/// What a value of the graph must be able to do.
pub(crate) trait Value: Clone + PartialEq + Send + Sync + 'static {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Value for T {}

/// Any value, and whether another is equal to it.
trait Thing: Any + Send + Sync {
    fn equals(&self, other: &dyn Thing) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: Value> Thing for T {
    fn equals(&self, other: &dyn Thing) -> bool {
        other.as_any().downcast_ref::<T>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// How a memo comes to its next value.
type Compute = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

#[derive(Clone)]
struct Held(Arc<dyn Thing>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.equals(&*other.0)
    }
}

impl Held {
    fn new<T: Value>(value: T) -> Self {
        Self(Arc::new(value))
    }

    /// Whoever made the holder knows what is in it, so the value is there.
    fn with<T: Value, R>(&self, read: impl FnOnce(&T) -> R) -> R {
        match (*self.0).as_any().downcast_ref() {
            Some(value) => read(value),
            None => unreachable!("a signal holds the type that it was made with"),
        }
    }
}

/// A value that the reader's choices change.
pub(crate) struct RwSignal<T> {
    held: native::RwSignal<Held>,
    of: PhantomData<fn() -> T>,
}

/// A value that is computed of others, again only when they change.
pub(crate) struct Memo<T> {
    held: native::Memo<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Value + Default> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Value> RwSignal<T> {
    /// A signal with this value at first.
    pub(crate) fn new(value: T) -> Self {
        Self { held: native::RwSignal::new(Held::new(value)), of: PhantomData }
    }

    /// The value; what reads it follows it.
    pub(crate) fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub(crate) fn get_untracked(&self) -> T {
        self.held.get_untracked().with(T::clone)
    }

    /// Reads the value where it lies; what reads it follows it.
    pub(crate) fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.held.get().with(read)
    }

    /// Another value; whoever follows it runs again, even if it is an equal one.
    pub(crate) fn set(&self, value: T) {
        self.held.set(Held::new(value));
    }

    /// Changes the value.
    pub(crate) fn update(&self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

impl<T: Value> Memo<T> {
    /// A value computed of others; `compute` is given the one before.
    pub(crate) fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let compute = move |before: Option<&Held>| {
            Held::new(match before {
                Some(before) => before.with(|before| compute(Some(before))),
                None => compute(None),
            })
        };
        let compute: Compute = Box::new(compute);
        Self { held: native::Memo::new(compute), of: PhantomData }
    }

    /// The value; what reads it follows it.
    pub(crate) fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub(crate) fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// Reads the value where it lies; what reads it follows it.
    pub(crate) fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.held.get().with(read)
    }

    /// Reads the value as it is now.
    pub(crate) fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.held.get_untracked().with(read)
    }

    /// The same value, but as it was before for as long as `moving` is true.
    pub(crate) fn resting(self, moving: RwSignal<bool>) -> Self {
        let compute: Compute = Box::new(move |before| match before {
            Some(before) if moving.get() => before.clone(),
            _ => self.held.get(),
        });
        Self { held: native::Memo::new(compute), of: PhantomData }
    }

    /// Follows the value without reading it.
    pub(crate) fn track(&self) {
        self.held.get();
    }
}

/// Runs at once and whenever something that it read has changed, until the owner goes. `run` is told whether it ran
/// before.
pub(crate) fn effect(mut run: impl FnMut(bool) + 'static) {
    let mut before = false;
    let run: Box<dyn FnMut(Option<()>)> = Box::new(move |_| run(std::mem::replace(&mut before, true)));
    keep(RenderEffect::new(run));
}

/// Lives as long as the current owner.
pub(crate) fn keep<T: 'static>(thing: T) {
    let _: StoredValue<T, LocalStorage> = StoredValue::new_local(thing);
}
